//! What the whole-product tests share: the checkout, fixtures and a browser.

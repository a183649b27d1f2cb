// Where a page is made and not shown, there is nothing to define the element in.
export {};

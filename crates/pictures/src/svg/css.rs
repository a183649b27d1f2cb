//! Whether a style loads anything.

/// What fetches, by whatever name follows.
const LOADS: [&str; 7] = ["@import", "image-set(", "image(", "cross-fade(", "src(", "-moz-binding", "expression("];

/// Refuses a style, or the value of any attribute, that can load something; says what.
pub(super) fn check(style: &str) -> Result<(), String> {
    let lower = style.to_ascii_lowercase();
    if let Some(word) = LOADS.iter().find(|word| lower.contains(**word)) {
        return Err(format!("`{word}` in a style, which can load something"));
    }
    if lower.contains("javascript:") {
        return Err("an address that runs a script".to_owned());
    }
    if lower.contains('\\') && (lower.contains('{') || lower.contains("url") || lower.contains('(')) {
        return Err("a `\\` in a style, which can hide what it loads".to_owned());
    }
    for (at, _) in lower.match_indices("url(") {
        let address = style[at + 4..].trim_start().trim_start_matches(['"', '\'']).trim_start();
        let lower = address.to_ascii_lowercase();
        let is_font =
            ["data:font/", "data:application/font", "data:application/x-font"].iter().any(|it| lower.starts_with(it));
        if !address.starts_with('#') && !is_font {
            let shown: String = address.chars().take_while(|c| !")\"'".contains(*c)).take(60).collect();
            return Err(format!("`url({shown})` in a style, which loads something"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn styles_point_within_the_picture_or_nowhere() {
        for good in ["fill:url(#a)", "fill: url( '#a' )", "a{b:c}", "M 1 2", "url(data:font/woff2;base64,AA)", "C:\\x"]
        {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        for bad in [
            "@import 'a.css'",
            "fill:url(http://a.example/b)",
            "fill:URL( \"//a.example\")",
            "url(data:image/svg+xml,x)",
            "a{fill:\\75rl(http://a.example)}",
            "background:image-set('a.png' 1x)",
            "url(a.png)",
        ] {
            assert!(check(bad).is_err(), "{bad}");
        }
    }
}

//! `gate`: leads all that goes into the wasm through `embed/widget/gate.js`; a hook of trunk runs it.

use super::build::GLUE;
use crate::failure::Failure;
use std::{env, fs, path::Path};

/// Where trunk gathers what it builds.
const STAGING: &str = "TRUNK_STAGING_DIR";

/// Before the glue: the name that it makes its instance with is the gate's, and no longer the browser's.
const ENTRANCE: &str = "import { WebAssembly } from \"./gate.js\";\nexport { guard, whenTorn } from \"./gate.js\";\n";

/// How the glue makes its instance.
const MAKES: &str = "await WebAssembly.instantiate(";

/// Puts the gate before the glue.
///
/// # Errors
/// Where nobody but trunk runs it, or the glue is of another kind than we know.
pub(crate) fn run() -> Result<(), Failure> {
    let staging = env::var_os(STAGING);
    let staging = staging.ok_or_else(|| Failure::Machine(format!("{STAGING} is not set: trunk runs this")))?;
    let path = Path::new(&staging).join(GLUE);
    let failed = |error| Failure::machine(path.display(), error);
    let glue = fs::read_to_string(&path).map_err(failed)?;
    let led =
        led(&glue).ok_or_else(|| Failure::Found(format!("{} makes its instance in another way", path.display())))?;
    fs::write(&path, led).map_err(failed)
}

fn led(glue: &str) -> Option<String> {
    glue.contains(MAKES).then(|| [ENTRANCE, glue].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glue_is_led_through_the_gate_or_refused() {
        let glue = format!("const instance = {MAKES}module, imports);");
        assert_eq!(led(&glue), Some(format!("{ENTRANCE}{glue}")));
        assert_eq!(led("const instance = new WebAssembly.Instance(module, imports);"), None);
    }
}

//! An address → whatever shows pages on this machine.

use std::process::{Command, Stdio};

/// Hands an address of the web to the system's own opener. Nothing depends on it.
pub(super) fn open(url: &str) {
    // No shell reads the address, which may be a stranger's.
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let mut command = Command::new(opener);
    let _ =
        command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}

//! Which files do not belong into a site.

/// What to do with a file, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Take,
    Ignore,
    /// It often holds passwords or keys.
    Secret,
}

/// Whether a file of this name is an editor's or a system's own, and no part of a site.
pub fn is_litter(name: &str) -> bool {
    verdict(name) == Verdict::Ignore
}

/// Judges a file or folder by its name alone.
pub(super) fn verdict(name: &str) -> Verdict {
    let lower = name.to_lowercase();
    let ending = lower.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_secret = matches!(&*lower, ".git" | ".env" | ".netrc" | ".npmrc" | ".htpasswd" | ".ssh" | ".aws" | "credentials")
        || lower.starts_with(".env.")
        || lower.starts_with("id_rsa")
        || lower.starts_with("id_ed25519")
        || lower.starts_with("id_ecdsa")
        || matches!(ending, "pem" | "key" | "p12" | "pfx" | "keystore");
    if is_secret {
        return Verdict::Secret;
    }
    let is_litter =
        matches!(&*lower, ".ds_store" | "thumbs.db" | "desktop.ini" | ".gitkeep" | ".gitignore" | ".gitattributes" | ".directory")
            || lower.starts_with("~$")
            || lower.starts_with(".#")
            || lower.starts_with("._")
            || lower.starts_with(".~lock.")
            || (lower.starts_with('#') && lower.ends_with('#'))
            || lower.ends_with('~')
            || matches!(ending, "swp" | "swo" | "swx" | "tmp" | "bak" | "orig" | "part" | "crdownload");
    if is_litter { Verdict::Ignore } else { Verdict::Take }
}

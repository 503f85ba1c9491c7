//! Which files do not belong into a site, by their names: the one list of what is passed over and
//! of what must never be published.

/// Names with a dot in front that hosts and browsers ask for. Any other is a program's own:
/// settings, history, credentials.
const DOTTED: [&str; 4] = [".domains", ".htaccess", ".nojekyll", ".well-known"];

/// What systems and editors leave behind.
const LITTER: [&str; 23] = [
    ".directory",
    ".ds_store",
    ".dropbox",
    ".editorconfig",
    ".fseventsd",
    ".gitattributes",
    ".gitignore",
    ".gitkeep",
    ".idea",
    ".keep",
    ".localized",
    ".obsidian",
    ".prettierignore",
    ".prettierrc",
    ".spotlight-v100",
    ".stfolder",
    ".stignore",
    ".trash",
    ".trashes",
    ".vscode",
    "desktop.ini",
    "ehthumbs.db",
    "thumbs.db",
];
const LITTER_BEGINNINGS: [&str; 9] = [
    ".#",
    "._",
    ".fuse_hidden",
    ".goutputstream-",
    ".nfs0",
    ".sb-",
    ".syncthing.",
    ".~lock.",
    "~$",
];
const LITTER_ENDINGS: [&str; 7] = ["crdownload", "orig", "part", "swo", "swp", "swx", "tmp"];

const KEY_BEGINNINGS: [&str; 4] = ["id_dsa", "id_ecdsa", "id_ed25519", "id_rsa"];
const KEY_ENDINGS: [&str; 16] = [
    "bks", "jceks", "jks", "kdb", "kdbx", "key", "keychain", "keystore", "ovpn", "p12", "p8",
    "pem", "pfx", "pkcs12", "ppk", "psafe3",
];
/// Endings of keys that are public, unless their name says otherwise.
const PUBLIC_KEY_ENDINGS: [&str; 3] = ["asc", "gpg", "pgp"];

/// Files in which tools keep what they log in with.
const CREDENTIALS: [&str; 6] = [
    "_netrc",
    "application_default_credentials.json",
    "auth.json",
    "credentials",
    "kubeconfig",
    "token.json",
];
const CREDENTIAL_BEGINNINGS: [&str; 4] =
    ["client_secret", "service-account", "service_account", "serviceaccount"];
const CREDENTIAL_STEMS: [&str; 6] =
    ["accesskeys", "credentials", "password", "passwords", "secret", "secrets"];
const CREDENTIAL_ENDINGS: [&str; 5] = ["env", "har", "htpasswd", "tfstate", "tfvars"];
/// Endings of settings and lists: only with one of them a word such as `secrets` names credentials.
const SETTINGS_ENDINGS: [&str; 10] =
    ["cfg", "conf", "csv", "ini", "json", "properties", "toml", "txt", "yaml", "yml"];

/// Databases, what was dumped from one, and copies from before a change.
const DUMP_ENDINGS: [&str; 13] = [
    "accdb", "bak", "db", "db3", "dmp", "dump", "ldf", "mdb", "mdf", "rdb", "sql", "sqlite",
    "sqlite3",
];
/// Endings that stand behind the one which tells what a file is: `dump.sql.gz`,
/// `terraform.tfstate.backup`.
const WRAPPINGS: [&str; 10] =
    ["7z", "backup", "bz2", "enc", "gz", "old", "tar", "xz", "zip", "zst"];

/// What to do with a file or folder, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Take,
    Ignore,
    /// It must not be published.
    Secret(Secret),
}

/// Why a name must not be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Secret {
    Key,
    /// Its content says so.
    PrivateKey,
    Credentials,
    Dump,
    Dotted,
}

impl Secret {
    /// What is said of a file of this name, and what to do.
    pub(super) fn sentence(self, name: &str) -> (String, String) {
        const KNOWN: &str = "move it out of the site; if it was ever pushed or published, replace the keys and passwords in it";
        match self {
            Secret::Key => (
                format!(
                    "`{name}` is called like a private key or a store of keys, and would be published"
                ),
                KNOWN.to_owned(),
            ),
            Secret::Credentials => (
                format!(
                    "`{name}` is called like a file of passwords or access keys, and would be published"
                ),
                KNOWN.to_owned(),
            ),
            Secret::PrivateKey => {
                (format!("`{name}` holds a private key, and would be published"), KNOWN.to_owned())
            }
            Secret::Dump => (
                format!(
                    "`{name}` is called like a database or a backup copy, and would be published whole"
                ),
                "move it out of the site; publish what is meant to be read as CSV or JSON"
                    .to_owned(),
            ),
            Secret::Dotted => (
                format!(
                    "`{name}` begins with a dot, as programs name their own settings, history and credentials, and would be published"
                ),
                format!(
                    "move it out of the site, or rename it without the dot; only {} are published",
                    DOTTED.join(", ")
                ),
            ),
        }
    }
}

/// Whether a file of this name is an editor's or a system's own, and no part of a site.
pub fn is_litter(name: &str) -> bool {
    let lower = name.to_lowercase();
    LITTER.contains(&&*lower)
        || secret(&lower).is_none()
            && (LITTER_BEGINNINGS.iter().any(|beginning| lower.starts_with(beginning))
                || lower.starts_with('#') && lower.ends_with('#')
                || lower.ends_with('~')
                || LITTER_ENDINGS.contains(&parts(&lower).1))
}

/// Judges a file or folder by its name alone. `is_published` tells whether it lies where files are
/// published from.
pub(super) fn verdict(name: &str, is_published: bool) -> Verdict {
    let lower = name.to_lowercase();
    if is_litter(name) {
        return Verdict::Ignore;
    }
    match secret(&lower) {
        Some(secret) => Verdict::Secret(secret),
        None if !lower.starts_with('.') || DOTTED.contains(&&*lower) => Verdict::Take,
        None if is_published => Verdict::Secret(Secret::Dotted),
        None => Verdict::Ignore,
    }
}

/// What a name in lower case says that it holds.
fn secret(name: &str) -> Option<Secret> {
    let (stem, ending) = parts(name);
    // A text of the site's own is read, never copied.
    if ending == "md" {
        return None;
    }
    // A database keeps what it has not written yet in `NAME.sqlite-wal`.
    let ending = ending.split('-').next().unwrap_or(ending);
    let begins =
        |beginnings: &[&str]| beginnings.iter().any(|beginning| name.starts_with(beginning));
    let says_private = || ["private", "secret"].iter().any(|word| stem.contains(word));
    let is_settings = || {
        SETTINGS_ENDINGS.contains(&ending)
            && (CREDENTIAL_STEMS.contains(&stem) || begins(&CREDENTIAL_BEGINNINGS))
    };
    if begins(&KEY_BEGINNINGS)
        || KEY_ENDINGS.contains(&ending)
        || PUBLIC_KEY_ENDINGS.contains(&ending) && says_private()
    {
        Some(Secret::Key)
    } else if CREDENTIALS.contains(&name) || CREDENTIAL_ENDINGS.contains(&ending) || is_settings() {
        Some(Secret::Credentials)
    } else if DUMP_ENDINGS.contains(&ending) {
        Some(Secret::Dump)
    } else {
        None
    }
}

/// Whether a file begins as private keys do that are written as text, whatever its name is.
pub(super) fn holds_private_key(head: &[u8]) -> bool {
    let text = String::from_utf8_lossy(head);
    text.match_indices("-----BEGIN ").any(|(at, _)| {
        text[at..].split(['\n', '\\']).next().is_some_and(|line| line.contains("PRIVATE KEY"))
    })
}

/// A name without its ending, and the ending, behind which others may stand that tell nothing.
fn parts(name: &str) -> (&str, &str) {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    if WRAPPINGS.contains(&ending) && stem.contains('.') { parts(stem) } else { (stem, ending) }
}

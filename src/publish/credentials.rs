//! The environment and the platforms' own files → credentials, which are never shown.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::PathBuf;

use rusty_s3::Credentials;
use ureq::Proxy;

use super::error::Failure;

/// The variables that publishing may look at, and no others.
const VARIABLES: [&str; 22] = [
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "AWS_PROFILE",
    "AWS_REGION",
    "AWS_DEFAULT_REGION",
    "AWS_SHARED_CREDENTIALS_FILE",
    "AZURE_STORAGE_SAS_TOKEN",
    "PATH",
    "HOME",
    "TMPDIR",
    "TEMP",
    "SSH_AUTH_SOCK",
    "GIT_SSH",
    "ALL_PROXY",
    "all_proxy",
    "HTTPS_PROXY",
    "https_proxy",
    "HTTP_PROXY",
    "http_proxy",
    "NO_PROXY",
    "no_proxy",
];

/// Those that may name a proxy: the first that is set is taken.
const PROXIES: [&str; 6] =
    ["ALL_PROXY", "all_proxy", "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];

/// What the environment says, as far as publishing needs it.
#[derive(Clone, Default)]
pub struct Environment(BTreeMap<&'static str, String>);

impl fmt::Debug for Environment {
    /// Names only: values are secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Environment {
    /// Asks for each variable that may be needed.
    pub fn read(variable: impl Fn(&str) -> Option<String>) -> Self {
        let found = VARIABLES.into_iter().filter_map(|name| {
            variable(name).filter(|value| !value.is_empty()).map(|value| (name, value))
        });
        Self(found.collect())
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Where files may lie that are gone soon.
    pub(super) fn temporary(&self) -> PathBuf {
        self.get("TMPDIR").or_else(|| self.get("TEMP")).unwrap_or("/tmp").into()
    }

    /// The region that the environment names.
    pub(super) fn region(&self) -> Option<&str> {
        self.get("AWS_REGION").or_else(|| self.get("AWS_DEFAULT_REGION"))
    }

    /// The keys for S3: from the environment, or from the profile in the platform's own file.
    pub(super) fn s3(&self) -> Result<Credentials, Failure> {
        if let (Some(key), Some(secret)) =
            (self.get("AWS_ACCESS_KEY_ID"), self.get("AWS_SECRET_ACCESS_KEY"))
        {
            return Ok(match self.get("AWS_SESSION_TOKEN") {
                Some(token) => Credentials::new_with_token(key, secret, token),
                None => Credentials::new(key, secret),
            });
        }
        let profile = self.get("AWS_PROFILE").unwrap_or("default");
        let own = self.get("HOME").map(|home| PathBuf::from(home).join(".aws/credentials"));
        let file = self.get("AWS_SHARED_CREDENTIALS_FILE").map(PathBuf::from).or(own);
        let text = match file.as_ref().map(fs::read_to_string) {
            None => String::new(),
            Some(Ok(text)) => text,
            Some(Err(error)) if is_absence(&error) => String::new(),
            // There may be credentials in it: nobody is told that there are none.
            Some(Err(error)) => {
                let file = file.unwrap_or_default();
                return Err(Failure::machine(format!("{}: {error}", file.display())));
            }
        };
        from_profile(&text, profile).ok_or_else(|| {
            Failure::usage(format!(
                "there are no credentials for S3: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or write the profile `{profile}` in ~/.aws/credentials"
            ))
        })
    }

    /// The proxy that is to be asked, except about the hosts of `NO_PROXY`. Its address may hold a
    /// password.
    pub(super) fn proxy(&self) -> Result<Option<Proxy>, Failure> {
        let Some((name, address)) = PROXIES.iter().find_map(|name| Some((name, self.get(name)?)))
        else {
            return Ok(None);
        };
        let wrong = |_| {
            Failure::usage(format!(
                "{name} is not the address of a proxy, such as http://proxy.example:8080"
            ))
        };
        let read = Proxy::new(address).map_err(wrong)?;
        let mut proxy = Proxy::builder(read.protocol()).host(read.host()).port(read.port());
        if let Some(username) = read.username() {
            proxy = proxy.username(username);
        }
        if let Some(password) = read.password() {
            proxy = proxy.password(password);
        }
        let direct = self.get("NO_PROXY").or_else(|| self.get("no_proxy")).unwrap_or_default();
        proxy = direct.split(',').map(str::trim).fold(proxy, |proxy, host| proxy.no_proxy(host));
        proxy.build().map(Some).map_err(wrong)
    }

    /// The shared access signature of Azure, as it stands in an address.
    pub(super) fn azure(&self) -> Result<String, Failure> {
        let token =
            self.get("AZURE_STORAGE_SAS_TOKEN").map(|token| token.trim().trim_start_matches('?'));
        match token.filter(|token| {
            token.contains("sig=") && token.bytes().all(|b| b.is_ascii_graphic() && b != b'#')
        }) {
            Some(token) => Ok(token.to_owned()),
            None => Err(Failure::usage(
                "there is no shared access signature for Azure: set AZURE_STORAGE_SAS_TOKEN (sv=…&sig=…)",
            )),
        }
    }
}

fn is_absence(error: &std::io::Error) -> bool {
    use std::io::ErrorKind;
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn from_profile(text: &str, profile: &str) -> Option<Credentials> {
    let mut inside = false;
    let mut values: BTreeMap<&str, &str> = BTreeMap::new();
    for line in text.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            inside = name.trim() == profile;
        } else if let Some((name, value)) =
            line.split_once('=').filter(|_| inside && !line.starts_with(['#', ';']))
        {
            values.insert(name.trim(), value.trim());
        }
    }
    let (key, secret) = (values.get("aws_access_key_id")?, values.get("aws_secret_access_key")?);
    Some(match values.get("aws_session_token") {
        Some(token) => Credentials::new_with_token(*key, *secret, *token),
        None => Credentials::new(*key, *secret),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_is_read_and_no_other() {
        let text = "[other]\naws_access_key_id = A\naws_secret_access_key = B\n\n[watch]\n# a note = no\naws_access_key_id=C\naws_secret_access_key = D=\naws_session_token = E\n";
        let found = from_profile(text, "watch").unwrap();
        assert_eq!((found.key(), found.secret(), found.token()), ("C", "D=", Some("E")));
        assert_eq!(from_profile(text, "other").unwrap().token(), None);
        assert!(from_profile(text, "default").is_none());
    }

    #[test]
    fn a_proxy_is_the_environments_and_not_asked_about_hosts_that_are_excepted() {
        let environment = |pairs: &'static [(&str, &str)]| {
            Environment::read(|name| {
                pairs.iter().find(|(found, _)| *found == name).map(|(_, value)| (*value).to_owned())
            })
        };
        assert!(environment(&[("NO_PROXY", "*")]).proxy().unwrap().is_none());
        let found = environment(&[
            ("HTTPS_PROXY", "http://me:pass@proxy.example:3128"),
            ("NO_PROXY", "localhost, .own.example"),
        ]);
        let found = found.proxy().unwrap().unwrap();
        assert_eq!(
            (found.host(), found.port(), found.username(), found.password()),
            ("proxy.example", 3128, Some("me"), Some("pass"))
        );
        let excepted = |host: &str| found.is_no_proxy(&format!("https://{host}/").parse().unwrap());
        assert_eq!(
            ["localhost", "a.own.example", "example.org"].map(excepted),
            [true, true, false]
        );
        let failure =
            environment(&[("HTTPS_PROXY", "what://me:pass@proxy.example")]).proxy().unwrap_err();
        assert_eq!(
            failure.sentence,
            "HTTPS_PROXY is not the address of a proxy, such as http://proxy.example:8080"
        );
    }

    #[test]
    fn what_the_environment_holds_is_not_shown() {
        let environment = Environment::read(|name| Some(format!("secret-of-{name}")));
        let shown = format!("{environment:?}");
        assert!(shown.contains("AWS_SECRET_ACCESS_KEY") && !shown.contains("secret-of"), "{shown}");
    }
}

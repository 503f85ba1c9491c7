//! How a site is built every day and published, for each host.

use chrono::{Offset, TimeZone};
use chrono_tz::Tz;
use clap::ValueEnum;

use super::fill;
use super::program::Program;
use crate::text::slug_of;

/// Where a site is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Host {
    /// GitHub Pages, by GitHub Actions
    GithubPages,
    /// GitLab Pages, by GitLab CI
    GitlabPages,
    /// Netlify, told every day by GitHub Actions
    Netlify,
    /// Cloudflare Pages, by GitHub Actions
    Cloudflare,
    /// A bucket, by GitHub Actions
    S3,
    /// A server of your own, by GitHub Actions
    Rsync,
    /// Nothing is set up
    None,
}

impl Host {
    /// What `overdue.yaml` says of where to publish.
    pub(super) fn destinations(self) -> &'static str {
        match self {
            Host::S3 => {
                "# Where `overdue publish production` puts the site.\n# destinations: {production: \"s3://bucket/prefix?region=eu-west-3\"}"
            }
            Host::Rsync => {
                "# Where `overdue publish production` puts the site.\n# destinations: {production: \"rsync://user@example.org/var/www/watch\"}"
            }
            _ => "# destinations: {production: \"s3://bucket/prefix?region=eu-west-3\"}",
        }
    }

    /// The files that have a site of this title built by this program shortly after each midnight
    /// of its zone, and looked at six hours later.
    ///
    /// Where the host runs GitHub's jobs, building and publishing are apart: what is secret is in
    /// the environment of the second.
    pub(super) fn files(
        self,
        title: &str,
        zone: Tz,
        year: i32,
        program: &Program,
    ) -> Vec<(String, String)> {
        let (hour, minute) = after_midnight(zone, year);
        let project = slug_of(title);
        let values = [
            ("zone", zone.name().to_owned()),
            ("hour", hour.to_string()),
            ("later", ((hour + 6) % 24).to_string()),
            ("minute", minute.to_string()),
            ("repository", program.repository.clone()),
            ("commit", program.commit.clone()),
            ("rust", RUST.to_owned()),
            (
                "project",
                if project.is_ascii() && !project.is_empty() {
                    project
                } else {
                    "overdue".to_owned()
                },
            ),
        ];
        match self {
            Host::GithubPages => {
                published_by_github(include_str!("hosts/github/pages.yml"), FOLDER, &values)
            }
            Host::Cloudflare => {
                published_by_github(include_str!("hosts/github/cloudflare.yml"), FOLDER, &values)
            }
            Host::S3 => {
                published_by_github(include_str!("hosts/github/s3.yml"), PROGRAM_AND_SITE, &values)
            }
            Host::Rsync => published_by_github(
                include_str!("hosts/github/rsync.yml"),
                PROGRAM_AND_SITE,
                &values,
            ),
            Host::GitlabPages => vec![(
                ".gitlab-ci.yml".to_owned(),
                fill(include_str!("hosts/gitlab-pages.yml"), &values),
            )],
            Host::Netlify => {
                let mut files =
                    run_by_github("rebuild.yml", include_str!("hosts/github/netlify.yml"), &values);
                files.push((
                    "netlify.toml".to_owned(),
                    fill(include_str!("hosts/netlify.toml"), &values),
                ));
                files
            }
            Host::None => Vec::new(),
        }
    }
}

/// The version of Rust that compiles the program: the oldest that can.
const RUST: &str = concat!(env!("CARGO_PKG_RUST_VERSION"), ".0");

/// For a host that takes a folder, the step that puts what is published into one, its list of files
/// included.
const FOLDER: &str =
    "      - run: overdue publish ./public && tar --create --file built.tar public";
/// For a host to which the program publishes.
const PROGRAM_AND_SITE: &str =
    "      - run: tar --create --file built.tar site --directory \"$HOME/.cargo/bin\" overdue";

/// The workflow that builds and then publishes by these steps what `pack` handed over, and the one
/// that looks at the live site.
fn published_by_github(
    publish: &str,
    pack: &str,
    values: &[(&str, String)],
) -> Vec<(String, String)> {
    let parts = [("pack", pack.to_owned()), ("publish", with_parts(publish).trim_end().to_owned())];
    run_by_github("publish.yml", &fill(include_str!("hosts/github/publish.yml"), &parts), values)
}

/// This workflow, and the one that looks at the live site and keeps the schedules of both on.
fn run_by_github(name: &str, workflow: &str, values: &[(&str, String)]) -> Vec<(String, String)> {
    let looking =
        fill(include_str!("hosts/github/check-published.yml"), &[("workflow", name.to_owned())]);
    [(name, workflow), ("check-published.yml", &looking)]
        .map(|(name, text)| (format!(".github/workflows/{name}"), fill(&with_parts(text), values)))
        .into()
}

/// The text with the parts that several workflows share.
fn with_parts(text: &str) -> String {
    let parts = [
        ("checkout", include_str!("hosts/github/checkout.yml")),
        ("install", include_str!("hosts/github/install.yml")),
        ("unpack", include_str!("hosts/github/unpack.yml")),
        ("environment", include_str!("hosts/github/environment.yml")),
    ];
    fill(text, &parts.map(|(name, part)| (name, part.trim_end().to_owned())))
}

/// The hour and minute in UTC that is 17 minutes after midnight in `zone`, in winter or in summer,
/// whichever is later in UTC. The other half of the year it is an hour later on the clocks there,
/// and never before midnight.
fn after_midnight(zone: Tz, year: i32) -> (i32, i32) {
    let east = |month| {
        let noon = chrono::NaiveDate::from_ymd_opt(year, month, 15)
            .and_then(|day| day.and_hms_opt(12, 0, 0))
            .unwrap_or_default();
        zone.offset_from_utc_datetime(&noon).fix().local_minus_utc() / 60
    };
    let minutes = (17 - east(1).min(east(7))).rem_euclid(24 * 60);
    (minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hour_is_after_midnight_in_summer_and_in_winter() {
        for (zone, expected) in [
            (Tz::UTC, (0, 17)),
            (Tz::Europe__Paris, (23, 17)),
            (Tz::America__New_York, (5, 17)),
            (Tz::Asia__Kolkata, (18, 47)),
            (Tz::Australia__Sydney, (14, 17)),
            (Tz::Pacific__Kiritimati, (10, 17)),
        ] {
            assert_eq!(after_midnight(zone, 2026), expected, "{zone}");
        }
    }
}

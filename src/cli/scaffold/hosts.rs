//! How a site is built every day and published, for each host.

use chrono::{Offset, TimeZone};
use chrono_tz::Tz;
use clap::ValueEnum;

use super::fill;
use crate::parse::slug_of;

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

    /// The files that have a site of this title built shortly after each midnight of its zone.
    pub(super) fn files(self, title: &str, zone: Tz, year: i32) -> Vec<(String, String)> {
        let publish = ".github/workflows/publish.yml";
        let rebuild = ".github/workflows/rebuild.yml";
        let files: &[(&str, &str)] = match self {
            Host::GithubPages => &[(publish, include_str!("hosts/github-pages.yml"))],
            Host::GitlabPages => &[(".gitlab-ci.yml", include_str!("hosts/gitlab-pages.yml"))],
            Host::Netlify => &[("netlify.toml", include_str!("hosts/netlify.toml")), (rebuild, include_str!("hosts/netlify.yml"))],
            Host::Cloudflare => &[(publish, include_str!("hosts/cloudflare.yml"))],
            Host::S3 => &[(publish, include_str!("hosts/s3.yml"))],
            Host::Rsync => &[(publish, include_str!("hosts/rsync.yml"))],
            Host::None => &[],
        };
        let (hour, minute) = after_midnight(zone, year);
        let project = slug_of(title);
        let filled = files.iter().map(|(path, template)| {
            let values = [
                ("zone", zone.name().to_owned()),
                ("hour", hour.to_string()),
                ("minute", minute.to_string()),
                ("version", env!("CARGO_PKG_VERSION").to_owned()),
                ("workflow", path.rsplit('/').next().unwrap_or(path).to_owned()),
                ("project", if project.is_ascii() && !project.is_empty() { project.clone() } else { "overdue".to_owned() }),
            ];
            ((*path).to_owned(), fill(template, &values))
        });
        filled.collect()
    }
}

/// The hour and minute in UTC that is 17 minutes after midnight in `zone`, in winter or in summer, whichever is later in UTC.
/// The other half of the year it is an hour later on the clocks there, and never before midnight.
fn after_midnight(zone: Tz, year: i32) -> (i32, i32) {
    let east = |month| {
        let noon = chrono::NaiveDate::from_ymd_opt(year, month, 15).and_then(|day| day.and_hms_opt(12, 0, 0)).unwrap_or_default();
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

//! What `init` writes for hosts: jobs that compile one commit which the editor trusts, away from
//! everything secret, and that work.
//!
//! `tests/run workflows` holds the same files to linters for workflows.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::harness::Folder;
use crate::scaffold::{HOSTS, PROGRAM, begun};

/// Every file for a host, with its path.
fn files_for(host: &str) -> BTreeMap<String, String> {
    let with = begun(host, &["--timezone", "Asia/Kolkata"]).files("");
    let without = begun("none", &["--timezone", "Asia/Kolkata"]).files("");
    let added = with.into_iter().filter(|(path, _)| !without.contains_key(path));
    added.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("text"))).collect()
}

/// Every job that GitHub runs, with the host and the file that it is for.
fn github_jobs() -> Vec<(String, Value)> {
    let mut jobs = Vec::new();
    for host in HOSTS {
        for (path, text) in
            files_for(host).into_iter().filter(|(path, _)| path.starts_with(".github/"))
        {
            let workflow: Value = serde_yaml::from_str(&text)
                .unwrap_or_else(|error| panic!("{host}, {path}: {error}"));
            for (name, job) in workflow["jobs"].as_object().expect("jobs") {
                jobs.push((format!("{host}, {path}, {name}"), job.clone()));
            }
        }
    }
    assert!(!jobs.is_empty());
    jobs
}

/// The lines that a workflow's shells run, and the command of Netlify.
fn commands(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(|line| {
        line.trim().trim_start_matches("- run: ").trim_start_matches("- ").trim_start_matches("&& ")
    })
}

fn writes(permissions: &Value) -> Vec<&str> {
    let granted = permissions.as_object().expect("permissions one by one").iter();
    granted.filter(|(_, level)| *level != "read").map(|(name, _)| name.as_str()).collect()
}

#[test]
fn without_a_program_a_host_gets_no_file_and_init_says_how_to_get_one() {
    for host in HOSTS {
        let folder = Folder::new();
        let said = folder.run(&[
            "init",
            "--title",
            "A watch",
            "--url",
            "https://watch.example/",
            "--host",
            host,
        ]);
        assert_eq!(said.code, 0, "{}", said.err);
        assert_eq!(
            folder.files("").keys().collect::<Vec<_>>(),
            begun("none", &[]).files("").keys().collect::<Vec<_>>(),
            "{host}"
        );
        assert!(
            said.err.starts_with(&format!("note: no daily job for {host} was written.")),
            "{}",
            said.err
        );
        let command = said.err.split_once("copy its files: overdue ").expect("a command").1;
        assert!(command.ends_with(" --program https://REPOSITORY#COMMIT\n"), "{command}");
        // What it says to do does it.
        let command = command
            .trim_end()
            .replace("https://REPOSITORY#COMMIT", PROGRAM)
            .replace("\"A watch\"", "A·watch");
        let arguments: Vec<String> =
            command.split(' ').map(|word| word.replace('·', " ")).collect();
        assert_eq!(
            folder.run(&arguments.iter().map(String::as_str).collect::<Vec<_>>()).code,
            0,
            "{arguments:?}"
        );
        for (path, text) in files_for(host) {
            let copied = String::from_utf8(folder.files("job").remove(&path).expect("the file"))
                .expect("text");
            assert_eq!(copied.lines().count(), text.lines().count(), "{host}: {path}");
        }
    }
}

#[test]
fn a_program_is_named_whole_and_only_for_a_host() {
    let commit = PROGRAM.split_once('#').expect("a commit").1;
    for (host, program, sentence) in [
        ("s3", "overdue", "--program: the commit is missing; write https://REPOSITORY#COMMIT"),
        (
            "s3",
            "https://example.org/a#main",
            "--program: `main` does not name a commit in full: write its 40 digits (0-9, a-f)",
        ),
        (
            "s3",
            &format!("http://example.org/a#{commit}"),
            "--program: the repository has to begin with https://",
        ),
        ("none", PROGRAM, "--program is for the job of a host; name the host with --host"),
    ] {
        let folder = Folder::new();
        let said = folder.run(&[
            "init",
            "--title",
            "T",
            "--url",
            "https://watch.example/",
            "--host",
            host,
            "--program",
            program,
        ]);
        assert_eq!((said.code, said.err), (2, format!("error: {sentence}\n")));
        assert!(folder.files("").is_empty());
    }
}

#[test]
fn no_file_for_a_host_installs_what_nobody_owns_or_what_can_move() {
    let (repository, commit) = PROGRAM.split_once('#').expect("a commit");
    for host in HOSTS {
        let mut installs = 0;
        for (path, text) in files_for(host) {
            for line in commands(&text) {
                if line.contains("cargo") && line.contains("install") {
                    installs += 1;
                    let named = [
                        "--git \"$PROGRAM\" --rev \"$COMMIT\" --locked",
                        &format!("--git {repository} --rev {commit} --locked"),
                    ];
                    assert!(
                        named.iter().any(|named| line.contains(named)),
                        "{host}, {path}: {line}"
                    );
                }
                for package in line
                    .split_once("npx --yes ")
                    .into_iter()
                    .filter_map(|(_, rest)| rest.split(' ').next())
                {
                    let version = package.rsplit_once('@').expect("a version").1;
                    assert!(
                        version.split('.').filter(|part| part.parse::<u32>().is_ok()).count() == 3,
                        "{host}, {path}: {line}"
                    );
                }
                for other in ["npm ", "pip ", "pipx ", "curl | ", "wget ", "docker ", "apt-get "] {
                    assert!(!line.starts_with(other), "{host}, {path}: {line}");
                }
            }
            assert_eq!(
                text.contains("PROGRAM:"),
                text.contains(&format!("PROGRAM: \"{repository}\"")),
                "{host}, {path}"
            );
            assert_eq!(
                text.contains("COMMIT:"),
                text.contains(&format!("COMMIT: \"{commit}\"")),
                "{host}, {path}"
            );
        }
        assert!(installs >= 2, "{host}: what builds and what looks at the live site");
    }
}

#[test]
fn rust_is_pinned_to_a_whole_version() {
    let version = concat!(env!("CARGO_PKG_RUST_VERSION"), ".0");
    assert_eq!(version.split('.').count(), 3);
    for host in HOSTS {
        let text: String = files_for(host).into_values().collect();
        let pins = [
            format!("RUST: \"{version}\""),
            format!("image: rust:{version}-slim"),
            format!("cargo +{version} install"),
        ];
        assert!(pins.iter().any(|pin| text.contains(pin)), "{host}");
        assert!(!text.contains("stable") && !text.contains(":latest"), "{host}");
    }
}

#[test]
fn actions_are_pinned_by_commit_and_say_their_version() {
    for host in HOSTS {
        for (path, text) in files_for(host) {
            for used in text
                .lines()
                .filter_map(|line| line.trim().trim_start_matches("- ").strip_prefix("uses: "))
            {
                let pinned = used.split_once('@').and_then(|(_, rest)| rest.split_once(" # v"));
                let (hash, version) = pinned.unwrap_or_else(|| panic!("{host}, {path}: {used}"));
                assert!(
                    hash.len() == 40 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()),
                    "{host}, {path}: {used}"
                );
                assert!(
                    version.split('.').filter(|part| part.parse::<u32>().is_ok()).count() == 3,
                    "{host}, {path}: {used}"
                );
            }
        }
    }
}

#[test]
fn every_file_is_filled_and_its_day_begins_after_midnight_where_the_site_is() {
    for host in HOSTS {
        let files = files_for(host);
        for (path, text) in &files {
            let gap = text.split('@').skip(1).step_by(2).find(|between| {
                between.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
            });
            assert!(gap.is_none_or(str::is_empty), "{host}, {path} keeps the gap {gap:?}");
        }
        let all: String = files.into_values().collect();
        assert!(
            all.contains("47 18 * * *") && all.contains("47 0 * * *"),
            "{host} does not begin after midnight in India:\n{all}"
        );
    }
}

#[test]
fn what_compiles_and_runs_strange_code_sees_no_secret() {
    for (name, job) in github_jobs() {
        let text = job.to_string();
        let compiles = text.contains("cargo");
        let is_trusted = text.contains("secrets.")
            || text.contains("vars.")
            || !writes(&job["permissions"]).is_empty();
        assert!(!(compiles && is_trusted), "{name} compiles beside what is secret");
        if compiles {
            assert_eq!(job["permissions"], serde_json::json!({"contents": "read"}), "{name}");
            assert_eq!(job["environment"], Value::Null, "{name}");
        }
        for step in job["steps"].as_array().expect("steps") {
            if step["uses"].as_str().is_some_and(|used| used.starts_with("actions/checkout@")) {
                assert_eq!(step["with"]["persist-credentials"], false, "{name}");
            }
            let run = step["run"].as_str().unwrap_or_default();
            assert!(!run.contains("${{"), "{name}: what is in an expression becomes a command");
        }
    }
}

#[test]
fn what_publishes_does_so_from_the_default_branch_and_in_an_environment() {
    let mut publishing = 0;
    for (name, job) in github_jobs() {
        let text = job.to_string();
        if !text.contains("secrets.") && !text.contains("vars.") && !text.contains("deploy-pages") {
            continue;
        }
        publishing += 1;
        let only = "github.event_name == 'schedule' || github.ref_name == github.event.repository.default_branch";
        assert_eq!(job["if"], only, "{name}");
        let environment = job["environment"]["name"].as_str().or(job["environment"].as_str());
        assert!(environment.is_some(), "{name}");
        // Who publishes is proved without a key where the host takes a proof.
        assert!(!text.contains("AWS_SECRET") && !text.contains("AWS_ACCESS_KEY"), "{name}");
        if text.contains("configure-aws-credentials") || text.contains("deploy-pages") {
            assert_eq!(job["permissions"]["id-token"], "write", "{name}");
        }
    }
    assert_eq!(publishing, 5, "one for each host that GitHub serves");
    let gitlab: Value =
        serde_yaml::from_str(&files_for("gitlab-pages")[".gitlab-ci.yml"]).expect("YAML");
    assert_eq!(
        gitlab["workflow"]["rules"],
        serde_json::json!([{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}])
    );
    assert_eq!(gitlab["pages"]["environment"], "production");
    assert!(!gitlab["pages"].to_string().contains("cargo"));
    assert!(
        files_for("netlify")["netlify.toml"]
            .contains("\n  ignore = \"test \\\"$CONTEXT\\\" != production\"\n")
    );
}

#[test]
fn no_job_of_a_host_takes_what_a_pull_request_can_leave_behind() {
    let allowed = ["actions", "pages", "id-token"];
    for host in HOSTS {
        for (path, text) in files_for(host) {
            let told: String = text
                .lines()
                .filter(|line| !line.trim().starts_with('#'))
                .collect::<Vec<_>>()
                .join("\n");
            for never in
                ["cache", "CACHE", "pull_request", "workflow_run", "issue_comment", "merge_request"]
            {
                assert!(!told.contains(never), "{host}, {path}: {never}");
            }
            if path.starts_with(".github/") {
                let workflow: Value = serde_yaml::from_str(&text).expect("YAML");
                assert_eq!(workflow["permissions"], Value::Object(Map::new()), "{host}, {path}");
                assert_eq!(workflow["concurrency"]["cancel-in-progress"], false, "{host}, {path}");
                assert!(workflow["concurrency"]["group"].is_string(), "{host}, {path}");
            }
        }
    }
    for (name, job) in github_jobs() {
        assert!(job["timeout-minutes"].is_number(), "{name}");
        for granted in writes(&job["permissions"]) {
            assert!(allowed.contains(&granted), "{name}: {granted}");
        }
    }
}

#[test]
fn every_host_has_a_scheduled_look_at_the_live_site() {
    for host in HOSTS {
        let files = files_for(host);
        let (path, text) = files
            .iter()
            .find(|(_, text)| text.contains("overdue check --published"))
            .unwrap_or_else(|| panic!("{host}"));
        assert!(text.contains("schedule"), "{host}, {path}");
        // What it reads is written: the list of files is made by publishing, into a folder where
        // the host takes one.
        let all: String = files.values().map(String::as_str).collect();
        assert!(
            all.contains("publish ./public") || all.contains("overdue publish production"),
            "{host}"
        );
    }
}

/// The jobs run on this machine, with a `cargo` that hands out this program instead of compiling
/// one.
#[cfg(unix)]
mod on_this_machine {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;
    use std::process::Command;

    use serde_json::Value;

    use super::{files_for, serde_yaml_of};
    use crate::harness::{Folder, tree_of};

    /// A home whose `cargo install` puts this program where the real one would.
    fn home() -> Folder {
        let home = Folder::new();
        let tool = |name: &str, script: &str| {
            let path = home.path().join("tools").join(name);
            home.put(&format!("tools/{name}"), script);
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("rights");
        };
        tool("rustup", "#!/bin/sh\n");
        let program = env!("CARGO_BIN_EXE_overdue");
        tool(
            "cargo",
            &format!(
                "#!/bin/sh\nroot=\"$HOME/.cargo\"\nwhile [ $# -gt 0 ]; do\n  [ \"$1\" = --root ] && root=\"$2\"\n  shift\ndone\nmkdir -p \"$root/bin\"\ncp '{program}' \"$root/bin/overdue\"\n"
            ),
        );
        home
    }

    fn run(script: &str, variables: &Value, at: &Path, home: &Folder) {
        let path =
            format!("{0}/tools:{0}/.cargo/bin:/usr/local/bin:/usr/bin:/bin", home.path().display());
        let mut shell = Command::new("bash");
        shell
            .current_dir(at)
            .env_clear()
            .env("PATH", path)
            .env("HOME", home.path())
            .args(["-e", "-c", script]);
        for (name, value) in variables.as_object().into_iter().flatten() {
            shell.env(name, value.as_str().expect("a text"));
        }
        let done = shell.output().expect("bash runs");
        assert!(
            done.status.success(),
            "{script}\n{}{}",
            String::from_utf8_lossy(&done.stdout),
            String::from_utf8_lossy(&done.stderr)
        );
    }

    /// Runs the steps of a job that are commands; actions are left out.
    fn run_steps(job: &Value, at: &Path, home: &Folder) {
        for step in job["steps"].as_array().expect("steps") {
            if let Some(script) = step["run"].as_str() {
                run(script, &step["env"], at, home);
            }
        }
    }

    /// The sources of a new site for a host, with a folder instead of the host.
    fn sources(host: &str) -> Folder {
        let folder = super::begun(host, &[]);
        let settings = fs::read_to_string(folder.path().join("overdue.yaml")).expect("settings");
        folder.put("overdue.yaml", format!("{settings}destinations: {{production: ./live}}\n"));
        folder
    }

    fn holds_a_published_site(folder: &Path) {
        let files = tree_of(folder);
        for path in ["index.html", "overdue.json", ".nojekyll"] {
            assert!(files.contains_key(path), "{} has no {path}", folder.display());
        }
    }

    #[test]
    fn what_the_jobs_of_github_build_is_what_they_publish() {
        for host in ["github-pages", "cloudflare", "s3", "rsync"] {
            let (building, publishing) = (sources(host), sources(host));
            let workflow = serde_yaml_of(&files_for(host)[".github/workflows/publish.yml"]);
            run_steps(&workflow["jobs"]["build"], building.path(), &home());
            fs::copy(building.path().join("built.tar"), publishing.path().join("built.tar"))
                .expect("what is handed over");
            let mut job = workflow["jobs"]["publish"].clone();
            // What only the host has: its own client, and a key.
            let steps = job["steps"].as_array_mut().expect("steps");
            steps.retain(|step| {
                !step["run"]
                    .as_str()
                    .is_some_and(|run| run.starts_with("npx") || run.contains(".ssh"))
            });
            run_steps(&job, publishing.path(), &home());
            let takes_a_folder = matches!(host, "github-pages" | "cloudflare");
            holds_a_published_site(&publishing.path().join(if takes_a_folder {
                "public"
            } else {
                "live"
            }));
        }
    }

    #[test]
    fn what_gitlab_and_netlify_run_makes_the_folder_that_they_publish() {
        let gitlab = sources("gitlab-pages");
        let pipeline = serde_yaml_of(&files_for("gitlab-pages")[".gitlab-ci.yml"]);
        let home_of_gitlab = home();
        for job in ["build", "pages"] {
            for line in pipeline[job]["script"].as_array().expect("a script") {
                run(
                    line.as_str().expect("a line"),
                    &pipeline["variables"],
                    gitlab.path(),
                    &home_of_gitlab,
                );
            }
        }
        holds_a_published_site(&gitlab.path().join("public"));
        let netlify = sources("netlify");
        let settings: toml::Table = files_for("netlify")["netlify.toml"].parse().expect("TOML");
        run(
            settings["build"]["command"].as_str().expect("a command"),
            &Value::Null,
            netlify.path(),
            &home(),
        );
        holds_a_published_site(
            &netlify.path().join(settings["build"]["publish"].as_str().expect("a folder")),
        );
    }
}

#[cfg(unix)]
fn serde_yaml_of(text: &str) -> Value {
    serde_yaml::from_str(text).expect("YAML")
}

//! Carries a plan out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use super::error::Failure;
use super::gzip::is_text;
use super::headers::headers_of;
use super::lease::{Journal, Lease};
use super::manifest::{Entry, JOURNAL, Published};
use super::plan::{Known, Plan, plan};
use super::store::{Store, Upload};
use crate::diag::pluralise;
use crate::plan::MANIFEST;

/// So many files are removed before we look again whether somebody else has taken over.
const REMOVED_AT_ONCE: usize = 200;

/// What to publish, and how.
#[derive(Debug)]
pub struct Request<'a> {
    /// The folder that holds the files.
    pub output: &'a Path,
    /// The site as it is to be.
    pub site: Published,
    /// Those of its files that could run, and may only be saved.
    pub programs: BTreeSet<String>,
    /// Whether only to say what would be done.
    pub dry_run: bool,
    /// Whether to overwrite a stranger's files, and to publish a site that has shrunk.
    pub force: bool,
    /// For how long another publisher may be silent.
    pub patience: Duration,
}

/// What a publication is told to its user while it runs.
pub struct Publication<'a> {
    /// A sentence.
    pub tell: &'a dyn Fn(&str),
    /// Bytes that have arrived, of how many.
    pub progress: &'a (dyn Fn(u64, u64) + Sync),
}

/// What was done, or would be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// The plan that was carried out.
    pub plan: Plan,
    /// The bytes of its uploads.
    pub bytes: u64,
    /// Whether the destination was left as it stood.
    pub nothing: bool,
}

/// Brings a destination to hold a site.
///
/// # Errors
///
/// When a protection applies, somebody else is publishing, or the destination fails; the next
/// publication puts everything right.
pub fn publish(
    store: &dyn Store,
    request: &Request<'_>,
    publication: &Publication<'_>,
) -> Result<Summary, Failure> {
    let site = &request.site;
    if site.files.contains_key(MANIFEST) {
        return Err(Failure::usage(format!(
            "the site has a file {MANIFEST}, a name that publishing needs; give that file another"
        )));
    }
    // Found out now rather than when everything else is uploaded.
    site.bytes()?;
    let found = store.read(MANIFEST)?;
    let manifest = found.as_deref().map(Published::parse).transpose()?;
    let left = if store.is_atomic() { None } else { store.read(JOURNAL)? };
    let base = Published::base(found.as_deref());
    let since = left
        .as_deref()
        .map(Journal::parse)
        .filter(|journal| journal.base == base)
        .map(|journal| journal.since)
        .unwrap_or_default();
    if !request.force {
        if manifest.is_none() && left.is_none() && store.is_occupied()? {
            return Err(Failure::usage(
                "the destination holds files, and nothing says that Overdue published them; name an empty place, \
                 or let files of the same names be overwritten with --force (no other is touched)",
            ));
        }
        if let Some(manifest) = &manifest {
            refuse_shrinkage(manifest, site)?;
        }
    }
    let mut known = Known::new(manifest.as_ref(), &since);
    if manifest.as_ref().is_some_and(|manifest| manifest.gzip != store.compresses()) {
        known.doubt(is_text);
    }
    let mut plan = plan(&site.files, &known);
    if store.has_folders() {
        plan.clear_the_way(&site.files);
    }
    refuse_obstacles(store, &plan)?;
    let is_new = manifest.is_none() && left.is_none();
    if !request.force && !is_new {
        refuse_strangers(store, &plan, &known)?;
    }
    let uploads = uploads(&plan, request);
    let bytes = uploads.iter().flatten().map(|upload| upload.entry.size).sum();
    let same_moment = manifest
        .as_ref()
        .is_some_and(|manifest| manifest.as_of == site.as_of && manifest.site == site.site);
    let nothing = plan.is_empty()
        && plan.retired.len() == manifest.as_ref().map_or(0, |manifest| manifest.retired.len())
        && same_moment
        && left.is_none();
    let summary = Summary { plan, bytes, nothing };
    if nothing || request.dry_run {
        return Ok(summary);
    }
    if store.is_atomic() {
        carry_out(store, None, site, &summary, &uploads, publication)?;
        store.finish()?;
        return Ok(summary);
    }
    // What a stranger put there is not ours before we have overwritten it: we may be stopped
    // before, and the next one must not take it for something that we left.
    let is_taken = request.force && (!is_new || store.is_occupied()?);
    let theirs: BTreeSet<String> = if is_taken {
        strangers(store, &summary.plan, &known)?.into_iter().collect()
    } else {
        BTreeSet::new()
    };
    let mut doubtful = since;
    let ours = summary.plan.uploads.iter().flatten().filter(|path| !theirs.contains(*path));
    doubtful.extend(ours.chain(&summary.plan.obstacles).map(|path| (path.clone(), None)));
    let lease =
        Lease::take(store, left, base.clone(), doubtful, request.patience, publication.tell)?;
    // Somebody may have published between our look and the lease.
    if Published::base(store.read(MANIFEST)?.as_deref()) != base {
        lease.release()?;
        return Err(Failure::machine("another publication ended just now; publish again"));
    }
    let (hold, stop) = mpsc::channel();
    let done = std::thread::scope(|scope| {
        let held = &lease;
        scope.spawn(move || held.keep_alive(&stop, request.patience));
        let done = carry_out(store, Some(held), site, &summary, &uploads, publication);
        drop(hold);
        done
    });
    if let Err(failure) = done {
        lease.give_up();
        return Err(failure);
    }
    lease.release()?;
    store.finish()?;
    Ok(summary)
}

fn carry_out(
    store: &dyn Store,
    lease: Option<&Lease<'_>>,
    site: &Published,
    summary: &Summary,
    uploads: &[Vec<Upload>],
    publication: &Publication<'_>,
) -> Result<(), Failure> {
    let arrived = AtomicU64::new(0);
    // For once a page is missing for a moment: what takes its place needs its name.
    let obstacles: Vec<String> = summary.plan.obstacles.iter().cloned().collect();
    remove(store, lease, &obstacles)?;
    for stage in uploads {
        store.upload(stage, &|upload| {
            let size = upload.entry.size;
            (publication.progress)(
                arrived.fetch_add(size, Ordering::Relaxed) + size,
                summary.bytes,
            );
            lease.map_or(Ok(()), |lease| lease.arrived(&upload.path, &upload.entry))
        })?;
    }
    lease.map_or(Ok(()), Lease::check)?;
    let mut manifest = site.clone();
    manifest.gzip = store.compresses();
    manifest.retired.clone_from(&summary.plan.retired);
    manifest.removing.clone_from(&summary.plan.removals);
    if store.is_atomic() {
        manifest.removing.clear();
    }
    store.write(MANIFEST, &manifest.bytes()?)?;
    let removals: Vec<String> = summary.plan.removals.iter().cloned().collect();
    if !removals.is_empty() {
        remove(store, lease, &removals)?;
        if !store.is_atomic() {
            lease.map_or(Ok(()), Lease::check)?;
            manifest.removing.clear();
            store.write(MANIFEST, &manifest.bytes()?)?;
        }
    }
    Ok(())
}

/// Removes files, as long as nobody else has taken over.
fn remove(store: &dyn Store, lease: Option<&Lease<'_>>, paths: &[String]) -> Result<(), Failure> {
    paths.chunks(REMOVED_AT_ONCE).try_for_each(|some| {
        lease.map_or(Ok(()), Lease::check)?;
        store.remove(some)
    })
}

fn uploads(plan: &Plan, request: &Request<'_>) -> Vec<Vec<Upload>> {
    let upload = |path: &String| {
        let entry = request.site.files.get(path)?.clone();
        let headers = headers_of(path, request.programs.contains(path));
        Some(Upload::new(path, request.output.join(path), entry, headers))
    };
    plan.uploads.iter().map(|stage| stage.iter().filter_map(upload).collect()).collect()
}

/// The files in the places of what is to be uploaded that nothing says are ours.
fn strangers(store: &dyn Store, plan: &Plan, known: &Known) -> Result<Vec<String>, Failure> {
    let new: Vec<String> =
        plan.uploads.iter().flatten().filter(|path| !known.lists(path)).cloned().collect();
    let mut found = if new.is_empty() { Vec::new() } else { store.present(&new)? };
    found.retain(|path| !known.lists(path));
    Ok(found)
}

fn refuse_strangers(store: &dyn Store, plan: &Plan, known: &Known) -> Result<(), Failure> {
    let found = strangers(store, plan, known)?;
    let Some(first) = found.first() else { return Ok(()) };
    let others = if found.len() == 1 {
        String::new()
    } else {
        format!(" and {} more", pluralise(found.len() - 1, "file"))
    };
    Err(Failure::usage(format!(
        "{first}{others} stands at the destination, and nothing says that Overdue published it; \
         move it away, or let it be overwritten with --force"
    )))
}

/// Refuses to write where something stands in the place of a folder, of which we do not know that
/// it is a file of ours.
fn refuse_obstacles(store: &dyn Store, plan: &Plan) -> Result<(), Failure> {
    let uploads: Vec<String> = plan.uploads.concat();
    let found = store.blocked(&uploads)?;
    match found.iter().find(|path| !plan.obstacles.contains(*path)) {
        None => Ok(()),
        Some(path) => Err(Failure::usage(format!(
            "{path} at the destination is a link or a file, and the site needs a folder there; links are not followed: move it away"
        ))),
    }
}

fn refuse_shrinkage(old: &Published, new: &Published) -> Result<(), Failure> {
    let bytes =
        |files: &BTreeMap<String, Entry>| files.values().map(|entry| entry.size).sum::<u64>();
    let few = |old: u64, new: u64| new.saturating_mul(5) < old.saturating_mul(4);
    if !few(old.files.len() as u64, new.files.len() as u64)
        && !few(bytes(&old.files), bytes(&new.files))
    {
        return Ok(());
    }
    Err(Failure::usage(format!(
        "the site has shrunk by more than a fifth: {} ({} bytes) are published, and now there would be {} ({} bytes); \
         if that is meant, publish with --force",
        pluralise(old.files.len(), "file"),
        bytes(&old.files),
        pluralise(new.files.len(), "file"),
        bytes(&new.files),
    )))
}

//! `overdue diff`: `tests/transcripts/diff/*.md`.

use crate::harness::Folder;
use crate::transcript::hold;

#[test]
fn changes_are_told_in_exactly_these_words() {
    hold("diff");
}

const HOSTILE: &str = "\
-- overdue.yaml --
title: A <b>watch</b>
url: https://watch.example/
-- content/incidents/a.md --
---
title: \"<script>alert(1)</script> [x](javascript:y) *z* & `q`\"
occurred: 2021-03-10
---
";

#[test]
fn a_hostile_title_stays_text_in_both_forms() {
    let folder = Folder::of(HOSTILE);
    let html = folder.run(&["diff", "2021-03-09", "2021-03-10", "--format", "html"]).out;
    let expected = "<h1>A &lt;b&gt;watch&lt;/b&gt;: what changed from 9 March 2021 to 10 March 2021</h1>\n<h2>New on this site</h2>\n<ul>\n\
        <li><a href=\"https://watch.example/incidents/a/\">&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:y) *z* &amp; `q`</a> \
        (10 March 2021). Counted: the final report.</li>\n</ul>\n";
    assert_eq!(html, expected);
    let markdown = folder.run(&["diff", "2021-03-09", "2021-03-10"]).out;
    let expected = "# A \\<b\\>watch\\</b\\>: what changed from 9 March 2021 to 10 March 2021\n\n## New on this site\n\n\
        - [\\<script\\>alert(1)\\</script\\> \\[x\\](javascript:y) \\*z\\* \\& \\`q\\`](<https://watch.example/incidents/a/>) \
        (10 March 2021). Counted: the final report.\n";
    assert_eq!(markdown, expected);
}

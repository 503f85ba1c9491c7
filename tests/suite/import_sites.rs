//! `overdue import jekyll` and `hugo`: what those programs say by their own rules is kept, and what
//! stays raw is told and not published.

use std::fs;

use crate::harness::{Folder, Said};

const SITE: &str =
    "-- overdue.yaml --\ntitle: A watch\nurl: https://watch.example/\nlanguages: [en, fr]\n";

fn import(program: &str, files: &str) -> (Folder, Said) {
    let folder = Folder::of(&format!("{SITE}{files}"));
    folder.put("old/assets/x.png", crate::images::png_of(3, 2));
    let said = folder.run(&["import", program, "old", "--publish"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let checked = folder.run(&["check", "--drafts"]);
    assert_eq!(checked.code, 0, "{}\n{}", said.err, checked.err);
    (folder, said)
}

fn read(folder: &Folder, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).unwrap_or_else(|error| {
        panic!("{path}: {error}; there are {:?}", folder.files("content").keys())
    })
}

/// The text of the one post of a site of Jekyll.
fn body(text: &str) -> (String, Said) {
    let (folder, said) = import(
        "jekyll",
        &format!("-- old/_posts/2021-03-10-a.md --\n---\ntitle: A\n---\n{text}\n"),
    );
    let article = read(&folder, "content/articles/a.md");
    (article.splitn(3, "---\n").last().unwrap_or_default().trim().to_owned(), said)
}

#[test]
fn lists_are_read_as_jekyll_reads_them() {
    for (lines, tags) in [
        ("tags: fire outage", r#"["fire", "outage"]"#),
        ("tags: [incident response, Data centre]", r#"["incident response", "Data centre"]"#),
        ("tag: public safety", r#"["public safety"]"#),
        ("category: public safety", r#"["public safety"]"#),
        ("categories: public safety", r#"["public", "safety"]"#),
        ("tags: a, b", r#"["a", "b"]"#),
    ] {
        let (folder, _) = import(
            "jekyll",
            &format!("-- old/_posts/2021-03-10-a.md --\n---\ntitle: A\n{lines}\n---\nx\n"),
        );
        let article = read(&folder, "content/articles/a.md");
        assert!(article.contains(&format!("tags: {tags}\n")), "{lines}: {article}");
    }
}

#[test]
fn addresses_that_jekyll_fills_in_lead_to_records_and_pictures() {
    let (folder, said) = import(
        "jekyll",
        "-- old/_config.yml --\nurl: https://old.example\nbaseurl: /blog\npermalink: /:year/:month/:title/\n\
        -- old/_posts/2021-03-10-fire.md --\n---\ntitle: Fire\n---\n\
        ![A]({{ site.url }}/assets/x.png) ![B]({{site.baseurl}}/assets/x.png) ![C]({{ \"/assets/x.png\" | relative_url }}) \
        ![D](/blog/assets/x.png \"There\") ![E][pic] ![F][]\n\n\
        [1]({% post_url 2021-03-12-after %}) [2]({{ site.baseurl }}{% post_url 2021-03-12-after %}) [3](/blog/2021/03/after/#why-it-burnt) \
        [4](https://old.example/blog/2021/03/after/) [5]({% link _posts/2021-03-12-after.md %}) [6][after] [7](../after/#gone) \
        [8](/blog/about/) [9](https://else.example/)\n\n[pic]: /assets/x.png\n[f]: /assets/x.png\n[after]: {% post_url 2021-03-12-after %} \"After\"\n\
        -- old/_posts/2021-03-12-after.md --\n---\ntitle: After\n---\n## Why it burnt\n",
    );
    assert!(
        read(&folder, "content/articles/fire.md").ends_with(
            "![A](fire--x.png) ![B](fire--x.png) ![C](fire--x.png) ![D](fire--x.png \"There\") ![E](fire--x.png) ![F](fire--x.png)\n\n\
            [1](after.md) [2](after.md) [3](after.md#why-it-burnt) [4](after.md) [5](after.md) [6](after.md \"After\") [7](after.md) \
            [8](https://old.example/blog/about/) [9](https://else.example/)\n"
        ),
        "{}",
        read(&folder, "content/articles/fire.md")
    );
    for told in [
        "kept: 1 link leads to the other site, at the address that its configuration names: https://old.example/blog/about/",
        "dropped: 1 link leads to the whole page and no longer to a heading, which is not found there: ../after/#gone",
    ] {
        assert!(said.err.contains(told), "{told}\n{}", said.err);
    }
}

#[test]
fn each_record_has_its_old_address() {
    for (program, config, file, keys, alias) in [
        ("jekyll", "title: x", "_posts/2021-03-10-a.md", "", "/2021/03/10/a.html"),
        ("jekyll", "permalink: pretty", "blog/_posts/2021-03-10-a.md", "", "/blog/2021/03/10/a/"),
        (
            "jekyll",
            "permalink: /:categories/:i_month/:title",
            "_posts/2021-03-10-a.md",
            "category: News\n",
            "/news/3/a",
        ),
        ("jekyll", "baseurl: /b\npermalink: none", "_posts/2021-03-10-a.md", "", "/b/a.html"),
        (
            "jekyll",
            "permalink: none",
            "_posts/2021-03-10-a.md",
            "permalink: /own/:year/\n",
            "/own/2021/",
        ),
        (
            "jekyll",
            "defaults: [{scope: {path: '', type: posts}, values: {permalink: '/d/:title/'}}]",
            "_posts/2021-03-10-a.md",
            "",
            "/d/a/",
        ),
        ("hugo", "title: x", "content/posts/a.md", "date: 2021-03-10\n", "/posts/a/"),
        (
            "hugo",
            "permalinks: {posts: '/:year/:slug/'}",
            "content/posts/x.md",
            "date: 2021-03-10\nslug: a\n",
            "/2021/a/",
        ),
        (
            "hugo",
            "baseURL: https://old.example/b/",
            "content/posts/a/index.md",
            "date: 2021-03-10\n",
            "/b/posts/a/",
        ),
    ] {
        let config_file = if program == "jekyll" { "_config.yml" } else { "hugo.yaml" };
        let (folder, said) = import(
            program,
            &format!(
                "-- old/{config_file} --\n{config}\n-- old/{file} --\n---\ntitle: A\n{keys}---\nx\n"
            ),
        );
        let article = read(&folder, "content/articles/a.md");
        assert!(
            article.contains(&format!("aliases: [\"{alias}\"]\n")),
            "{config}: {article}{}",
            said.err
        );
    }
    let (_, said) = import(
        "jekyll",
        "-- old/_config.yml --\npermalink: /:mood/:title/\n-- old/_posts/2021-03-10-a.md --\n---\ntitle: A\n---\nx\n",
    );
    assert!(
        said.err.contains(
            "1 record without its old address, which cannot be told from `/:mood/:title/`"
        ),
        "{}",
        said.err
    );
}

#[test]
fn translations_stand_beside_their_originals() {
    let post = |path: &str, title: &str| {
        format!(
            "-- old/content/{path} --\n---\ntitle: {title}\ndate: 2021-03-10\ntags: [x]\n---\nWords\n"
        )
    };
    let files: String = [
        ("posts/fire.md", "Fire"),
        ("posts/fire.fr.md", "Incendie"),
        ("posts/bundle/index.md", "Bundle"),
        ("posts/bundle/index.fr.md", "Paquet"),
        ("en/fifth.md", "Five"),
        ("fr/fifth.md", "Cinq"),
        ("fr/alone.md", "Seul"),
    ]
    .iter()
    .map(|(path, title)| post(path, title))
    .collect();
    let (folder, said) = import(
        "hugo",
        &format!(
            "-- old/hugo.toml --\ndefaultContentLanguage = \"en\"\n[languages.en]\n[languages.fr]\n{files}"
        ),
    );
    let paths: Vec<String> = folder.files("content/articles").into_keys().collect();
    assert_eq!(
        paths,
        [
            "alone.md",
            "bundle.fr.md",
            "bundle.md",
            "fifth.fr.md",
            "fifth.md",
            "fire.fr.md",
            "fire.md"
        ]
    );
    assert_eq!(
        read(&folder, "content/articles/fire.fr.md"),
        "---\ntitle: \"Incendie\"\n---\n\nWords\n"
    );
    assert!(
        read(&folder, "content/articles/alone.md")
            .contains("language: fr\naliases: [\"/fr/alone/\"]\ndraft: true\n")
    );
    assert!(said.err.contains("kept: 3 translations beside their originals"), "{}", said.err);
}

#[test]
fn html_and_attributes_become_markdown() {
    for (written, shown) in [
        (
            "<a href=\"https://a.example/\">link</a>, H<sub>2</sub>O<br>and <b>bold</b>.",
            "[link](https://a.example/), H₂O  \nand **bold**.",
        ),
        ("<img src=\"/assets/x.png\" alt=\"F\">", "![F](a--x.png)"),
        (
            "A paragraph.\n{: .lead}\n\n[b](https://a.example/){:target=\"_blank\" .btn}\n\n* TOC\n{:toc}\n\nEnd.",
            "A paragraph.\n\n[b](https://a.example/)\n\nEnd.",
        ),
        (
            "{% highlight ruby %}\n# no heading\nputs \"x\" if a_b_c\n{% endhighlight %}",
            "```ruby\n# no heading\nputs \"x\" if a_b_c\n```",
        ),
        ("{% raw %}\n```\n{{ x }}\n```\n{% endraw %}", "```\n{{ x }}\n```"),
        ("<ol><li>one<ul><li>in</li></ul></li><li>two</li></ol>", "1. one\n   - in\n2. two"),
        (
            "<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td><em>x</em></td></tr></table>",
            "| A | B |\n| --- | --- |\n| 1\\|2 | *x* |",
        ),
        (
            "<h2 id=\"Why\">Why</h2><p>x</p><blockquote>y</blockquote><hr/>",
            "## Why {#why}\n\nx\n\n> y\n\n---",
        ),
        (
            "<pre><code class=\"language-sh\">a &lt; b</code></pre>and <code>&lt;b&gt;</code>",
            "```sh\na < b\n```\n\nand `<b>`",
        ),
        ("`<b>` and\n\n    a <b>code</b>", "`<b>` and\n\n    a <b>code</b>"),
        (
            "<iframe src=\"https://www.youtube.com/embed/abc?x=1\"></iframe>",
            "[https://www.youtube.com/watch?v=abc](https://www.youtube.com/watch?v=abc)",
        ),
        ("<span class=\"x\">a</span><script>b()</script>", "a"),
        (
            "[![](https://a.example/p.png)](https://a.example/) [![P](https://a.example/p.png)](https://b.example/)",
            "[P](https://b.example/)",
        ),
        ("한국어<b>뉴스</b>는 <b>“인용”</b>은", "한국어**뉴스**는 “인용”은"),
    ] {
        let (body, said) = body(written);
        assert_eq!(body, shown, "{}", said.err);
        assert!(!said.err.contains("look at this"), "{written}: {}", said.err);
        assert!(said.out.contains(" 0 of them drafts"), "{written}: {}", said.err);
    }
}

#[test]
fn what_stays_raw_is_told_and_keeps_its_record_back_with_all_that_lead_there() {
    for raw in ["{% include x.html %}", "{{ site.data.x }}", "<form action=\"x\">", "Vec<T> is"] {
        let (_, said) = body(&format!("Words {raw} words."));
        assert!(said.err.contains("look at this: 1 "), "{raw}: {}", said.err);
        assert!(said.out.contains(" 1 of them drafts"), "{raw}: {}", said.out);
    }
    let (folder, said) = import(
        "jekyll",
        "-- old/_posts/2021-03-10-a.md --\n---\ntitle: A\n---\n{% include x.html %}\n\
        -- old/_posts/2021-03-11-b.md --\n---\ntitle: B\n---\n[a]({% post_url 2021-03-10-a %})\n\
        -- old/_posts/2021-03-12-c.md --\n---\ntitle: C\n---\nx\n",
    );
    assert!(read(&folder, "content/articles/b.md").contains("draft: true"), "{}", said.err);
    assert!(!read(&folder, "content/articles/c.md").contains("draft"));
    assert_eq!(folder.run(&["check"]).code, 0);
}

#[test]
fn shortcodes_of_hugo_that_are_known_are_filled_in() {
    let (folder, said) = import(
        "hugo",
        "-- old/content/posts/a.md --\n---\ntitle: A\ndate: 2021-03-10\nsummary: \"**Bold**, and [a link](/x/).\"\n---\n\
        [b]({{< ref \"b.md\" >}}) [c]({{% relref \"/posts/b\" %}}) [d](../b.md)\n\n{{< figure src=\"/x.png\" alt=\"A hall\" caption=\"The hall\" >}}\n\n\
        {{< youtube abc >}}\n\n{{< highlight go \"linenos=table\" >}}\nx := 1\n{{< /highlight >}}\n\n`{{</* ref */>}}` end.\n\
        -- old/content/posts/b.md --\n---\ntitle: B\ndate: 2021-03-11\n---\nx\n",
    );
    let article = read(&folder, "content/articles/a.md");
    assert!(article.contains("summary: \"Bold, and a link.\"\n"), "{article}");
    assert!(
        article.ends_with(
            "[b](b.md) [c](b.md) [d](b.md)\n\n![A hall](a--x.png \"The hall\")\n\n\
            [https://www.youtube.com/watch?v=abc](https://www.youtube.com/watch?v=abc)\n\n```go\nx := 1\n```\n\n`{{< ref >}}` end.\n"
        ),
        "{article}\n{}",
        said.err
    );
    assert!(said.out.contains(" 0 of them drafts"), "{}", said.err);
}

//! Everything hostile that is known, beside the tests that hold it: a list that fails when a test
//! goes, so that no door is left open in silence.

use std::collections::BTreeSet;
use std::fs;

use crate::harness::repository;

/// What a host, a folder, a file or a text may try.
const DOORS: [(&str, &[&str]); 23] = [
    (
        "a host runs commands by what its lists name",
        &[
            "publish::hostile::what_a_host_with_ssh_holds_never_leads_outside_nor_runs_here",
            "publish::hostile::a_list_that_names_what_no_site_has_is_refused_wherever_it_stands",
            "publish::hostile::what_a_branch_holds_never_leads_outside",
            "publish::hostile::what_a_bucket_holds_never_leads_outside",
            "publish::hostile::what_a_container_holds_never_leads_outside",
            "publish::hostile::a_path_so_long_that_its_line_would_be_two_commands_is_an_error",
        ],
    ),
    (
        "a folder that is published to has links",
        &[
            "publish::hostile::nothing_is_written_or_removed_through_a_link_in_a_folder",
            "publish::hostile::nobody_who_puts_links_there_meanwhile_is_fast_enough",
            "publish::hostile::what_a_folder_holds_never_leads_outside",
        ],
    ),
    (
        "thousands of limits overflow the stack",
        &[
            "hostile::thousands_of_chained_or_circular_limits_clocks_and_calendars_are_refused_and_overflow_no_stack",
            "hostile::a_long_chain_of_limits_or_clocks_is_counted_to_its_end",
        ],
    ),
    (
        "texts cost minutes or gigabytes",
        &[
            "hostile::no_text_costs_much_more_than_its_length",
            "hostile::no_picture_and_no_import_costs_much_more_than_its_length",
            "import_tables::a_small_file_that_stands_for_a_huge_table_is_not_read_to_its_end",
            "hostile::a_page_ends_while_its_prose_is_filled",
            "hostile::of_one_mistake_in_a_file_a_hundred_are_told_and_all_are_counted",
        ],
    ),
    (
        "control characters reach terminals and code hosts",
        &[
            "printing::texts_of_a_site_act_on_no_terminal_and_no_code_host",
            "printing::what_programs_and_hosts_say_acts_on_no_terminal",
            "printing::a_text_ends_no_command_to_github_and_begins_none",
        ],
    ),
    (
        "a file becomes a link between reading and copying, or between its check and its upload",
        &[
            "disk::what_becomes_a_link_while_a_site_is_built_is_never_published",
            "publish::meanwhile::a_file_that_was_replaced_after_it_was_checked_is_sent_to_no_destination",
            "publish::meanwhile::programs_send_what_was_checked_though_links_stand_there_when_they_look",
        ],
    ),
    (
        "documents that run lie beside records",
        &[
            "hosting::beside_a_record_lies_only_what_is_shown",
            "hosting::a_file_that_could_run_is_warned_of_and_may_only_be_shown",
        ],
    ),
    (
        "a small SVG hangs browsers",
        &[
            "images::an_svg_whose_parts_multiply_each_other_is_refused_however_they_refer",
            "images::an_svg_whose_filters_take_long_to_draw_is_refused_whatever_makes_them_slow",
        ],
    ),
    (
        "output that can't be printed is silent",
        &[
            "printing::every_command_fails_that_cannot_print",
            "printing::whoever_closes_the_pipe_has_read_enough",
        ],
    ),
    (
        "a full destination stays full",
        &[
            "publish::hostile::a_destination_that_is_full_of_parts_is_cleared_before_it_is_written_to",
            "publish::hostile::a_file_that_can_not_be_written_leaves_no_part",
        ],
    ),
    (
        "HTML that is kept reaches beyond its paragraph",
        &[
            "hostile::an_html_element_ends_with_what_it_stands_in_and_a_stray_end_is_left_out",
            "hostile::no_mixture_of_html_and_markdown_leaves_an_element_open",
        ],
    ),
    (
        "state is a pipe or without end, and programs never end",
        &[
            "publish::hostile::state_that_is_a_link_a_pipe_or_without_end_is_not_read",
            "import::a_pipe_is_told_and_nobody_waits_for_it",
            "publish::hostile::git_takes_no_way_to_a_remote_that_runs_what_the_address_says",
            "publish::hostile::a_branch_of_a_few_objects_that_name_more_files_than_any_memory_holds_is_not_read",
        ],
    ),
    (
        "the preview is held up or framed",
        &[
            "serve::whoever_does_not_send_the_head_of_a_request_in_time_has_to_leave",
            "serve::no_page_of_another_origin_can_ask_but_a_link_may_lead_here",
        ],
    ),
    ("a check passes what a build refuses", &["disk::check_refuses_what_build_and_publish_would"]),
    (
        "secrets lie among the files",
        &[
            "disk::what_is_called_like_a_secret_is_an_error_that_says_what_to_do",
            "disk::a_private_key_is_known_by_its_content_too",
        ],
    ),
    ("a cell is a formula", &["data::wherever_a_spreadsheet_parts_cells_none_is_a_formula"]),
    (
        "addresses hold passwords or orders",
        &[
            "publish::hostile::no_command_prints_who_logs_in_with_which_password",
            "addresses::no_key_takes_an_address_with_a_name_a_password_or_a_control_character",
            "addresses::no_link_in_prose_leads_to_such_an_address",
            "addresses::no_command_takes_such_an_address",
            "addresses::no_destination_takes_a_control_character",
        ],
    ),
    (
        "a command begins what the next check refuses",
        &["scaffold::nothing_is_begun_that_the_next_check_would_refuse"],
    ),
    (
        "the machine's failure is called the content's",
        &[
            "machine::too_many_open_files_are_no_fault_of_the_content",
            "machine::a_site_or_credentials_that_nobody_can_look_at_are_not_said_to_be_missing",
        ],
    ),
    (
        "memory ends during a build",
        &["killed::a_build_without_memory_leaves_the_old_site_and_the_next_puts_all_right"],
    ),
    (
        "files of state are made by somebody else",
        &[
            "links::a_file_of_answers_that_we_could_not_have_written_is_not_believed_nor_waited_for",
            "write_stage::a_damaged_manifest_removes_nothing",
        ],
    ),
    (
        "workflows install what nobody owns",
        &[
            "workflows::no_file_for_a_host_installs_what_nobody_owns_or_what_can_move",
            "workflows::what_compiles_and_runs_strange_code_sees_no_secret",
        ],
    ),
    ("nobody knows what may be trusted", &["doors::the_page_on_security_says_who_may_do_what"]),
];

/// Inputs by the numbers under which they are known.
const INPUTS: [(&str, &[&str]); 44] = [
    ("H01 aliases", &["hostile::an_alias_bomb_is_refused_at_once_and_at_its_line"]),
    (
        "H02 size and depth",
        &[
            "hostile::front_matter_of_more_than_64_kib_is_refused",
            "hostile::deep_nesting_is_refused_without_an_overflow_of_the_stack",
        ],
    ),
    ("H03 a key twice", &["mistakes/a-key-twice.md"]),
    (
        "H04 days that are none",
        &["mistakes/days-that-do-not-exist.md", "mistakes/dates-in-other-forms.md"],
    ),
    ("H05 an impossible order", &["mistakes/dates-in-an-impossible-order.md"]),
    ("H06 a moment for a day", &["mistakes/a-day-that-a-tool-has-shifted.md"]),
    (
        "H07 front matter of other forms",
        &[
            "hostile::a_byte_order_mark_and_windows_line_ends_are_accepted",
            "mistakes/front-matter.md",
        ],
    ),
    (
        "H08 a draft that is no boolean",
        &[
            "hostile::a_draft_is_never_published_and_its_title_never_leaks",
            "mistakes/values-of-another-kind.md",
        ],
    ),
    (
        "H09 a slug that leads elsewhere",
        &[
            "mistakes/slugs.md",
            "write_stage::paths_that_lead_out_of_the_output_or_into_our_state_are_refused",
        ],
    ),
    ("H10 names that Windows keeps", &["mistakes/names-of-files.md", "mistakes/slugs.md"]),
    ("H11 two pages at one address", &["mistakes/addresses-that-collide.md"]),
    ("H12 old addresses", &["mistakes/old-addresses.md"]),
    (
        "H13 symbolic links",
        &[
            "disk::a_symbolic_link_is_left_out_with_a_warning_and_its_target_never_read",
            "disk::a_reference_to_a_record_behind_a_link_is_an_error",
        ],
    ),
    (
        "H14 hard links, pipes, devices",
        &[
            "disk::a_hard_link_to_what_lies_outside_is_an_error_and_one_within_the_site_is_not",
            "disk::a_pipe_is_an_error_and_nobody_waits_for_it",
        ],
    ),
    (
        "H15 an output that is no output",
        &[
            "write_stage::an_output_that_would_endanger_files_is_refused",
            "disk::nothing_is_written_into_a_folder_that_is_not_for_output",
        ],
    ),
    ("H16 HTML", &["hostile::raw_html_is_shown_as_text_with_a_warning_at_its_line"]),
    (
        "H17 schemes",
        &[
            "hostile::links_of_other_schemes_lose_their_target_and_keep_their_text",
            "hostile::an_unsafe_link_is_an_error_under_strict",
        ],
    ),
    (
        "H18 attributes of headings",
        &["hostile::attributes_of_headings_are_id_and_class_and_cannot_take_the_pages_own_names"],
    ),
    ("H19 code in texts", &["hostile::what_looks_like_code_is_text_in_every_page_and_data_file"]),
    (
        "H20 data within a page",
        &[
            "hostile::data_cannot_end_a_script_element",
            "hosting::nothing_in_a_title_ends_the_data_of_a_page",
        ],
    ),
    (
        "H21 feeds",
        &[
            "feeds::nothing_in_a_title_breaks_a_feed",
            "hostile::control_characters_are_removed_with_a_warning",
        ],
    ),
    ("H22 calendars", &["agenda::one_event_goes_in_and_one_comes_out_whatever_its_title_holds"]),
    ("H23 formulas", &["data::no_cell_of_a_table_is_a_formula_and_the_json_keeps_the_words"]),
    ("H24 SVG", &["images::an_svg_that_does_more_than_show_something_is_refused_with_the_reason"]),
    (
        "H25 pictures",
        &[
            "images::pictures_that_are_damaged_huge_or_not_what_they_say_are_errors_at_their_file",
            "images::pictures_are_published_without_what_they_say_of_their_maker_and_shown_with_their_size",
        ],
    ),
    ("H26 large files", &["disk::a_text_of_more_than_eight_mebibytes_is_an_error"]),
    ("H27 patterns of Markdown", &["hostile::no_text_costs_much_more_than_its_length"]),
    (
        "H28 templates",
        &[
            "disk::a_template_that_fails_on_one_page_is_found_by_check",
            "mistakes/a-broken-theme.md",
        ],
    ),
    ("H29 what a theme reads", &["determinism::nothing_of_the_machine_is_in_the_output"]),
    ("H30 paths of requests", &["serve::no_path_leads_to_the_disk"]),
    (
        "H31 other hosts and origins",
        &["serve::a_request_for_another_host_or_from_another_page_is_refused"],
    ),
    (
        "H32 a preview for everybody",
        &[
            "serve::whoever_listens_beyond_the_machine_is_warned_and_shows_no_drafts_unless_asked_again",
        ],
    ),
    (
        "H33 the check of links",
        &[
            "links::no_connection_is_made_to_a_private_network_whatever_the_name",
            "links::addresses_are_public_or_not_by_the_registries",
        ],
    ),
    (
        "H34 characters that deceive",
        &[
            "hostile::characters_that_reorder_text_are_named_by_their_code_points",
            "mistakes/characters-that-deceive.md",
        ],
    ),
    (
        "H35 clocks of machines",
        &[
            "hostile::machines_whose_clock_is_wrong_build_nothing_false",
            "deadlines::every_vector_gives_the_due_date_of_the_independent_program",
        ],
    ),
    ("H36 no history", &["determinism::nothing_of_the_machine_is_in_the_output"]),
    (
        "H37 a build that is killed, two at once",
        &[
            "killed::a_build_killed_at_ten_moments_leaves_whole_files_and_the_next_puts_all_right",
            "killed::two_builds_at_once_do_not_mix",
        ],
    ),
    (
        "H38 what can't be read",
        &[
            "disk::a_file_or_folder_that_cannot_be_read_is_an_error_that_names_it",
            "disk::text_that_is_not_utf_8_is_an_error_that_names_the_encoding",
            "disk::a_file_name_that_is_not_utf_8_is_an_error",
            "disk::content_that_may_not_be_written_builds",
        ],
    ),
    (
        "H39 litter and secrets",
        &[
            "disk::what_editors_and_systems_leave_behind_is_passed_over",
            "disk::what_is_called_like_a_secret_is_an_error_that_says_what_to_do",
        ],
    ),
    (
        "H40 parameters of embeds",
        &["hosting::pages_are_strict_embeds_may_be_framed_and_data_may_be_read"],
    ),
    (
        "H41 links in double brackets",
        &[
            "mistakes/links-in-double-brackets.md",
            "mistakes/links-to-drafts.md",
            "hostile::names_of_one_meaning_are_not_guessed_between",
        ],
    ),
    ("H42 empty keys", &["hostile::an_empty_optional_key_is_an_absent_one"]),
    ("H43 words without a plural", &["mistakes/words-of-a-language.md"]),
    (
        "H44 names and times that overlap",
        &["mistakes/names-that-stand-twice.md", "hostile::overlapping_pauses_are_counted_once"],
    ),
];

/// Every test of the suite, with its module, and every file of mistakes.
fn known() -> BTreeSet<String> {
    let top = repository().join("tests");
    let mut known = BTreeSet::new();
    for entry in walkdir::WalkDir::new(top.join("suite")).into_iter().flatten() {
        let path = entry.path();
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let module = path.strip_prefix(top.join("suite")).expect("a file of the suite");
        let module = module.with_extension("").display().to_string().replace('/', "::");
        let module = module.strip_suffix("::mod").unwrap_or(&module);
        let text = fs::read_to_string(path).expect("a text");
        for test in text.split("#[test]").skip(1) {
            let name = test.split("fn ").nth(1).and_then(|rest| rest.split('(').next());
            known.insert(format!("{module}::{}", name.expect("a name")));
        }
    }
    for entry in fs::read_dir(top.join("mistakes")).expect("a folder").flatten() {
        known.insert(format!("mistakes/{}", entry.file_name().to_string_lossy()));
    }
    known
}

#[test]
fn each_door_is_held_by_tests_that_exist() {
    let known = known();
    assert!(known.len() > 500, "only {} tests were found", known.len());
    let missing: Vec<String> = DOORS
        .iter()
        .chain(&INPUTS)
        .flat_map(|(door, tests)| tests.iter().map(move |test| (door, test)))
        .filter(|(_, test)| !known.contains(**test))
        .map(|(door, test)| format!("{door}: there is no {test}"))
        .collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(DOORS.iter().chain(&INPUTS).all(|(_, tests)| !tests.is_empty()));
    let numbers = INPUTS.iter().map(|(input, _)| input[1..3].parse::<usize>().expect("a number"));
    assert!(numbers.eq(1..=INPUTS.len()), "each input stands once, in order");
}

#[test]
fn the_page_on_security_says_who_may_do_what() {
    let page = fs::read_to_string(repository().join("SECURITY.md")).expect("the page");
    for part in [
        "## Who may do what",
        "## What is promised",
        "## What is not",
        "## How it is tested",
        "## How to report",
    ] {
        assert!(page.contains(part), "SECURITY.md has no part `{part}`");
    }
    for who in ["Editors", "Theme authors", "Hosts", "Embedders", "Readers"] {
        assert!(page.contains(&format!("| **{who}**")), "SECURITY.md does not speak of {who}");
    }
    // What it names as a test is one.
    let modules = page.split("tests/suite/").skip(1).filter_map(|rest| rest.split('`').next());
    for named in modules {
        assert!(repository().join("tests/suite").join(named).exists(), "there is no {named}");
    }
}

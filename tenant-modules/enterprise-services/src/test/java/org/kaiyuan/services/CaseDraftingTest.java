package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.platform.files.UnknownFile;
import org.kaiyuan.platform.records.RecordChangeRefused;
import org.kaiyuan.platform.records.UnknownRecord;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;

/** Filling in together, and who may. */
class CaseDraftingTest extends ServiceDesk {
    @Autowired ColleagueRights rights;

    @Test
    void a_draft_begins_with_what_the_directory_knows_and_there_is_one_of_an_enterprise() {
        var firm = firm();
        var service = service();
        var wang = person(firm, true);
        var li = person(firm, false);

        var draft = as(wang, () -> drafting.begin(service, firm.id()));

        var found = as(li, () -> drafting.find(draft));
        assertThat(found.answers().one("name")).isEqualTo(firm.name());
        assertThat(found.answers().one("code")).isEqualTo(firm.creditCode());
        assertThat(found.answers().values().get("place")).containsExactly("510603", "泰山南路二段1号");
        assertThat(as(li, () -> drafting.begin(service, firm.id()))).isEqualTo(draft);
        assertThat(as(li, () -> drafting.of(firm.id())))
                .extracting(DraftRow::id)
                .containsExactly(draft);
    }

    @Test
    void who_saves_after_a_colleague_was_quicker_is_told_and_the_same_once_more_is_no_change() {
        var firm = firm();
        var wang = person(firm, true);
        var li = person(firm, false);
        var draft = as(wang, () -> drafting.begin(service(), firm.id()));
        long first = as(wang, () -> drafting.find(draft).version());

        long second = as(wang, () -> drafting.save(draft, said(filledIn()), first));

        assertThat(as(wang, () -> drafting.save(draft, said(filledIn()), first))).isEqualTo(second);
        assertThatThrownBy(() ->
                        as(
                                li,
                                () ->
                                        drafting.save(
                                                draft,
                                                said(
                                                        new FormAnswers(
                                                                Map.of("purpose", List.of("其他")),
                                                                Map.of())),
                                                first)))
                .isInstanceOfSatisfying(
                        ServicesChangedMeanwhile.class,
                        refused -> {
                            assertThat(refused.version()).isEqualTo(second);
                            assertThat(refused.changes()).isNotEmpty();
                        });
        assertThat(as(li, () -> drafting.find(draft).answers().one("purpose"))).isEqualTo("扩建厂房");
    }

    @Test
    void who_is_asked_back_the_pledge_and_what_follows_are_kept_for_everybody_of_the_enterprise() {
        var firm = firm();
        var wang = person(firm, true);
        var li = person(firm, false);
        var draft = as(wang, () -> drafting.begin(service(), firm.id()));
        var begun = as(li, () -> drafting.find(draft));
        assertThat(begun.filledIn().applicant().name())
                .as("whoever began")
                .isEqualTo("某" + wang.getName().substring(14));

        long first =
                as(
                        wang,
                        () ->
                                drafting.save(
                                        draft,
                                        new FilledIn(
                                                begun.answers(),
                                                new Applicant("王\u0000芳", "1380000"),
                                                true,
                                                Set.of("plan", "nothing")),
                                        begun.version()));

        assertThat(as(li, () -> drafting.find(draft)).filledIn())
                .isEqualTo(
                        new FilledIn(
                                begun.answers(),
                                new Applicant("王芳", "1380000"),
                                true,
                                Set.of("plan")));
        for (var other :
                List.of(
                        new FilledIn(
                                begun.answers(), new Applicant("李四", ""), true, Set.of("plan")),
                        new FilledIn(
                                begun.answers(),
                                new Applicant("王芳", "1380000"),
                                false,
                                Set.of("plan")),
                        new FilledIn(
                                begun.answers(), new Applicant("王芳", "1380000"), true, Set.of()))) {
            assertThatThrownBy(() -> as(li, () -> drafting.save(draft, other, begun.version())))
                    .isInstanceOf(ServicesChangedMeanwhile.class);
        }
        assertThatThrownBy(() ->
                        as(
                                li,
                                () ->
                                        drafting.save(
                                                draft,
                                                new FilledIn(
                                                        begun.answers(),
                                                        new Applicant(
                                                                "长".repeat(61), "1".repeat(31)),
                                                        false,
                                                        Set.of()),
                                                first)))
                .isInstanceOfSatisfying(
                        ServicesFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(FieldFault::field)
                                        .containsExactly("applicant.name", "applicant.phone"));
    }

    @Test
    void whom_the_form_names_is_not_asked_for_twice() {
        var firm = firm();
        var wang = person(firm, true);
        var note = note("测试事项");
        var service =
                service(
                        ServiceTrack.PARK,
                        new ServiceNote(
                                note.guide(),
                                null,
                                note.grounds(),
                                List.of(),
                                note.kind(),
                                note.statutoryDays(),
                                note.promisedDays(),
                                Set.of(),
                                0,
                                null,
                                note.topics(),
                                new FormDefinition(
                                        List.of(
                                                new FormSection(
                                                        "联系",
                                                        null,
                                                        List.of(
                                                                prefilled(
                                                                        "phone",
                                                                        FieldKind.TEXT,
                                                                        Prefill
                                                                                .APPLICANT_PHONE))))),
                                note.procedure(),
                                note.letters(),
                                List.of()));
        var draft = as(wang, () -> drafting.begin(service, firm.id()));
        var version =
                as(
                        wang,
                        () ->
                                drafting.save(
                                        draft,
                                        new FilledIn(
                                                new FormAnswers(
                                                        Map.of("phone", List.of("0838-123456")),
                                                        Map.of()),
                                                new Applicant("王芳", ""),
                                                false,
                                                Set.of()),
                                        drafting.find(draft).version()));

        assertThat(as(wang, () -> drafting.find(draft)).filledIn().applicant().phone())
                .isEqualTo("0838-123456");
        assertThat(as(wang, () -> submission.submit(draft, version)).number()).isNotBlank();
    }

    @Test
    void what_no_database_takes_and_what_the_form_does_not_ask_for_is_left_out() {
        var firm = firm();
        var wang = person(firm, true);
        var draft = as(wang, () -> drafting.begin(service(), firm.id()));

        as(
                wang,
                () ->
                        drafting.save(
                                draft,
                                said(
                                        new FormAnswers(
                                                Map.of(
                                                        "purpose", List.of("a\u0000b"),
                                                        "nobody", List.of("x")),
                                                Map.of())),
                                drafting.find(draft).version()));

        var answers = as(wang, () -> drafting.find(draft).answers());
        assertThat(answers.one("purpose")).isEqualTo("ab");
        assertThat(answers.values()).doesNotContainKey("nobody");
    }

    @Test
    void a_new_edition_takes_the_draft_with_it_without_fields_that_are_gone() {
        var firm = firm();
        var wang = person(firm, true);
        var service = service();
        var draft = as(wang, () -> drafting.begin(service, firm.id()));
        as(wang, () -> drafting.save(draft, said(filledIn()), drafting.find(draft).version()));
        var shorter =
                new FormDefinition(
                        List.of(
                                new FormSection(
                                        "基本信息",
                                        null,
                                        List.of(
                                                FormField.of(
                                                        "purpose", FieldKind.TEXT, "用途", true)))));
        var old = note("测试事项");
        publish(
                service,
                2,
                new ServiceNote(
                        old.guide(),
                        null,
                        old.grounds(),
                        old.materials(),
                        old.kind(),
                        old.statutoryDays(),
                        old.promisedDays(),
                        old.modes(),
                        0,
                        null,
                        old.topics(),
                        shorter,
                        old.procedure(),
                        old.letters(),
                        List.of()));

        var found = as(wang, () -> drafting.find(draft));

        assertThat(found.edition()).isEqualTo(2);
        assertThat(found.answers().values()).containsOnlyKeys("purpose");
    }

    @Test
    void faults_name_the_field_and_the_material_by_their_words() {
        var firm = firm();
        var wang = person(firm, true);
        var draft = as(wang, () -> drafting.begin(service(), firm.id()));

        assertThat(as(wang, () -> drafting.faults(draft)))
                .extracting(FieldFault::field)
                .containsExactlyInAnyOrder(
                        "answers.purpose", "materials.licence", "materials.plan");
    }

    @Test
    void only_a_file_of_the_draft_becomes_a_paper_of_it() {
        var firm = firm();
        var wang = person(firm, true);
        var one = as(wang, () -> drafting.begin(service(), firm.id()));
        var other = as(wang, () -> drafting.begin(service(), firm.id()));
        var file = as(wang, () -> file(CaseDraftRecords.of(other), "a.txt"));

        assertThatThrownBy(() ->
                        as(
                                wang,
                                () -> {
                                    drafting.paper(one, "licence", file);
                                    return one;
                                }))
                .isInstanceOf(UnknownFile.class);
        assertThatThrownBy(() ->
                        as(
                                wang,
                                () -> {
                                    drafting.paper(other, "nothing", file);
                                    return one;
                                }))
                .isInstanceOf(ServicesFieldsRefused.class);
        as(
                wang,
                () -> {
                    drafting.paper(other, "licence", file);
                    return one;
                });
        assertThat(as(wang, () -> drafting.find(other).papers().get("licence")))
                .singleElement()
                .satisfies(paper -> assertThat(paper.id()).isEqualTo(file));
    }

    @Test
    void a_paper_that_is_taken_out_takes_its_file_along_unless_it_is_named_elsewhere() {
        var firm = firm();
        var wang = person(firm, true);
        var note = note("要附件的事项");
        var sections = new ArrayList<>(note.form().sections());
        sections.add(
                new FormSection(
                        "附件", null, List.of(FormField.of("scan", FieldKind.FILE, "扫描件", false))));
        var service =
                service(
                        ServiceTrack.PARK,
                        new ServiceNote(
                                note.guide(),
                                null,
                                note.grounds(),
                                note.materials(),
                                note.kind(),
                                note.statutoryDays(),
                                note.promisedDays(),
                                note.modes(),
                                0,
                                null,
                                note.topics(),
                                new FormDefinition(sections),
                                note.procedure(),
                                note.letters(),
                                List.of()));
        var draft = as(wang, () -> drafting.begin(service, firm.id()));
        var file = as(wang, () -> file(CaseDraftRecords.of(draft), "a.txt"));
        for (var material : List.of("licence", "plan")) {
            paper(wang, draft, material, file);
        }

        remove(wang, draft, "photo", file);
        remove(wang, draft, "licence", file);
        assertThat(as(wang, () -> attachments.find(file)).id())
                .as("a paper of the other material")
                .isEqualTo(file);
        remove(wang, draft, "plan", file);

        assertThatThrownBy(() -> as(wang, () -> attachments.find(file)))
                .isInstanceOf(UnknownFile.class);
        assertThat(as(wang, () -> drafting.find(draft)).papers().values()).allMatch(List::isEmpty);
        remove(wang, draft, "plan", file);
        var scan = as(wang, () -> file(CaseDraftRecords.of(draft), "b.txt"));
        as(
                wang,
                () ->
                        drafting.save(
                                draft,
                                said(
                                        new FormAnswers(
                                                Map.of("scan", List.of(scan.toString())),
                                                Map.of())),
                                drafting.find(draft).version()));
        paper(wang, draft, "licence", scan);
        remove(wang, draft, "licence", scan);
        assertThat(as(wang, () -> attachments.find(scan)).id()).as("an answer").isEqualTo(scan);
    }

    @Test
    void nobody_takes_a_paper_out_of_another_enterprises_draft_or_a_file_that_hangs_elsewhere() {
        var firm = firm();
        var wang = person(firm, true);
        var stranger = person(firm(), true);
        var looking = person(firm, false);
        give(wang, firm, looking.getName(), Set.of(ColleagueRight.SEE));
        var draft = as(wang, () -> drafting.begin(service(), firm.id()));
        var other = as(wang, () -> drafting.begin(service(), firm.id()));
        var file = as(wang, () -> file(CaseDraftRecords.of(draft), "a.txt"));
        paper(wang, draft, "licence", file);

        assertThatThrownBy(() -> remove(stranger, draft, "licence", file))
                .isInstanceOf(UnknownDraft.class);
        assertThatThrownBy(() -> remove(looking, draft, "licence", file))
                .isInstanceOf(CaseRightRefused.class);
        remove(wang, other, "licence", file);

        assertThat(as(wang, () -> drafting.find(draft)).papers().get("licence"))
                .extracting(one -> one.id())
                .containsExactly(file);
    }

    private void paper(Authentication who, DraftId draft, String material, FileId file) {
        as(
                who,
                () -> {
                    drafting.paper(draft, material, file);
                    return draft;
                });
    }

    private void remove(Authentication who, DraftId draft, String material, FileId file) {
        as(
                who,
                () -> {
                    drafting.removePaper(draft, material, file);
                    return draft;
                });
    }

    @Test
    void what_is_discarded_is_gone_with_its_files() {
        var firm = firm();
        var wang = person(firm, true);
        var draft = as(wang, () -> drafting.begin(service(), firm.id()));
        var file = as(wang, () -> file(CaseDraftRecords.of(draft), "a.txt"));

        as(
                wang,
                () -> {
                    drafting.discard(draft);
                    return draft;
                });

        assertThatThrownBy(() -> as(wang, () -> drafting.find(draft)))
                .isInstanceOf(UnknownDraft.class);
        assertThatThrownBy(() -> as(wang, () -> attachments.find(file)))
                .isInstanceOf(UnknownFile.class);
    }

    @Test
    void another_enterprise_and_the_park_see_nothing_of_a_draft() {
        var firm = firm();
        var wang = person(firm, true);
        var stranger = person(firm(), true);
        var draft = as(wang, () -> drafting.begin(service(), firm.id()));
        var file = as(wang, () -> file(CaseDraftRecords.of(draft), "a.txt"));

        for (var id : List.of(draft, DraftId.next())) {
            assertThatThrownBy(() -> as(stranger, () -> drafting.find(id)))
                    .isInstanceOf(UnknownDraft.class);
            assertThatThrownBy(() -> as(stranger, () -> drafting.save(id, said(filledIn()), 1)))
                    .isInstanceOf(UnknownDraft.class);
            assertThatThrownBy(() -> as(stranger, () -> drafting.faults(id)))
                    .isInstanceOf(UnknownDraft.class);
            assertThatThrownBy(() -> as(stranger, () -> file(CaseDraftRecords.of(id), "b.txt")))
                    .isInstanceOf(UnknownRecord.class);
        }
        assertThatThrownBy(() -> as(stranger, () -> drafting.of(firm.id())))
                .isInstanceOf(UnknownEnterprise.class);
        assertThatThrownBy(() -> as(stranger, () -> drafting.begin(service(), firm.id())))
                .isInstanceOf(UnknownEnterprise.class);
        assertThatThrownBy(() -> as(stranger, () -> attachments.find(file)))
                .isInstanceOf(UnknownFile.class);
        assertThatThrownBy(() -> desk(() -> attachments.find(file)))
                .isInstanceOf(UnknownFile.class);
    }

    @Test
    void a_colleague_may_what_an_administrator_has_left_them() {
        var firm = firm();
        var boss = person(firm, true);
        var li = person(firm, false);
        var draft = as(boss, () -> drafting.begin(service(), firm.id()));
        assertThat(as(li, () -> rights.mine(firm.id())))
                .isEqualTo(EnumSet.allOf(ColleagueRight.class));

        give(boss, firm, li.getName(), Set.of(ColleagueRight.SEE));

        assertThat(as(li, () -> drafting.find(draft).id())).isEqualTo(draft);
        assertThatThrownBy(() -> as(li, () -> drafting.save(draft, said(filledIn()), 1)))
                .isInstanceOf(CaseRightRefused.class);
        assertThatThrownBy(() -> as(li, () -> file(CaseDraftRecords.of(draft), "a.txt")))
                .isInstanceOf(RecordChangeRefused.class);
        give(boss, firm, li.getName(), Set.of());
        assertThatThrownBy(() -> as(li, () -> drafting.find(draft)))
                .isInstanceOf(CaseRightRefused.class);
        owned(
                "update services.colleague_right set rights = '{SEE,FILL_IN,RESULTS}', until = current_date - 2 where username = ?",
                li.getName());
        assertThat(as(li, () -> rights.mine(firm.id()))).as("after the last day").isEmpty();
    }

    @Test
    void only_administrators_give_rights_and_only_to_colleagues_who_are_none() {
        var firm = firm();
        var boss = person(firm, true);
        var li = person(firm, false);
        var stranger = person(firm(), true);

        assertThatThrownBy(() -> give(li, firm, li.getName(), Set.of(ColleagueRight.RESULTS)))
                .isInstanceOf(CaseRightRefused.class);
        assertThatThrownBy(() -> give(stranger, firm, li.getName(), Set.of()))
                .isInstanceOf(UnknownEnterprise.class);
        for (var nobody : List.of(boss.getName(), stranger.getName())) {
            assertThatThrownBy(() -> give(boss, firm, nobody, Set.of()))
                    .isInstanceOf(ServicesFieldsRefused.class);
        }
        give(boss, firm, li.getName(), Set.of(ColleagueRight.FILL_IN));
        assertThat(as(boss, () -> rights.of(firm.id())))
                .filteredOn(line -> line.username().equals(li.getName()))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.rights())
                                .containsExactlyInAnyOrder(
                                        ColleagueRight.SEE, ColleagueRight.FILL_IN));
    }

    private void give(Authentication who, Firm firm, String username, Set<ColleagueRight> what) {
        as(
                who,
                () -> {
                    rights.give(firm.id(), username, what, null);
                    return firm;
                });
    }
}

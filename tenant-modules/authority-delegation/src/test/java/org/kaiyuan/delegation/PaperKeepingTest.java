package org.kaiyuan.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.records.RecordChangeRefused;
import org.kaiyuan.platform.records.UnknownRecord;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Decisions and letters, which are fixed once a published list rests on them. */
@KaiyuanTest
@Import(Desk.Ready.class)
@ActAsZone("deyang")
class PaperKeepingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired PaperKeeping papers;
    @Autowired Attachments files;
    @Autowired ListDrafting drafting;
    @Autowired ListPublishing publishing;
    @Autowired ListEditions editions;
    @Autowired Desk desk;
    @Autowired Zones zones;

    @BeforeEach
    void no_papers() throws Exception {
        desk.clear();
    }

    @Test
    void a_paper_is_kept_with_the_days_that_decrees_usually_name() {
        var id = papers.add(PaperDraft.usual(PaperKind.DECISION, " 川府发〔2026〕7号 ", " ", null, DAY));

        assertThat(papers.get(id))
                .extracting(
                        DecisionPaper::number,
                        DecisionPaper::title,
                        DecisionPaper::directDays,
                        DecisionPaper::entrustedDays,
                        DecisionPaper::handoverDays,
                        DecisionPaper::fixed)
                .containsExactly("川府发〔2026〕7号", null, 30, 0, 30, false);
    }

    @Test
    void whatever_is_wrong_is_told_at_once() {
        assertThatThrownBy(() ->
                        papers.add(
                                new PaperDraft(
                                        PaperKind.LETTER,
                                        " ",
                                        "题".repeat(301),
                                        "关".repeat(201),
                                        LocalDate.of(3000, 1, 1),
                                        -1,
                                        3651,
                                        401)))
                .isInstanceOfSatisfying(
                        DelegationFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(Refusal.FieldFault::field)
                                        .containsExactlyInAnyOrder(
                                                "number",
                                                "title",
                                                "issuer",
                                                "decidedOn",
                                                "directDays",
                                                "entrustedDays",
                                                "handoverDays"));
    }

    @Test
    void a_number_is_of_one_decision_and_may_be_of_a_letter() {
        papers.add(said("1号", DAY));
        var second = papers.add(said("2号", DAY));

        assertThatThrownBy(() -> papers.add(said("1号", null))).isInstanceOf(PaperNumberTaken.class);
        assertThatThrownBy(() -> papers.revise(second, said("1号", DAY), 0))
                .isInstanceOf(PaperNumberTaken.class);
        papers.add(PaperDraft.usual(PaperKind.LETTER, "1号", null, null, DAY));
        assertThat(papers.all(PaperKind.DECISION)).hasSize(2);
        assertThat(papers.all(PaperKind.LETTER)).hasSize(1);
        assertThat(zones.in("luzhou", () -> papers.add(said("1号", DAY)))).isNotNull();
    }

    @Test
    void the_newest_stand_first_and_those_without_a_day_last() {
        var old = papers.add(said("1号", DAY.minusYears(1)));
        var undated = papers.add(said("2号", null));
        var fresh = papers.add(said("3号", DAY));

        assertThat(papers.all(PaperKind.DECISION))
                .extracting(DecisionPaper::id)
                .containsExactly(fresh, old, undated);
    }

    @Test
    void who_has_not_seen_what_was_changed_meanwhile_overwrites_nothing() {
        var id = papers.add(said("1号", DAY));
        papers.revise(id, said("2号", DAY), 0);

        assertThatThrownBy(() -> papers.revise(id, said("3号", DAY), 0))
                .isInstanceOfSatisfying(
                        PaperChangedMeanwhile.class,
                        refused -> {
                            assertThat(refused.version()).isEqualTo(1);
                            assertThat(refused.changes()).isNotEmpty();
                        });
        assertThat(papers.get(id).number()).isEqualTo("2号");
    }

    @Test
    void the_days_of_a_decree_count_for_what_rests_on_it() {
        var sixty =
                papers.add(new PaperDraft(PaperKind.DECISION, "60天", null, "省政府", DAY, 60, 0, 30));
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        var entry = drafting.put(list, null, resting(sixty, DAY.plusDays(59)));
        assertThat(publishing.check(list))
                .extracting(Finding::rule, Finding::arguments)
                .containsExactly(tuple("tooEarly", List.of(60, DAY.plusDays(60))));

        drafting.put(list, entry, resting(sixty, DAY.plusDays(60)));
        assertThat(publishing.check(list)).isEmpty();
    }

    @Test
    void what_an_entry_does_not_say_of_its_paper_the_paper_says() {
        var paper = papers.add(said("1号", DAY));
        var letter = papers.add(PaperDraft.usual(PaperKind.LETTER, "委1号", null, null, DAY));
        var list = desk.list(PowerListKind.ENTRUSTMENT, "委托清单");
        var note =
                new GrantDraft(desk.matter("甲事项"))
                        .mode(DelegationMode.ENTRUSTED)
                        .note()
                        .resting(only(paper), only(letter));
        drafting.put(list, null, note);
        assertThat(publishing.check(list)).isEmpty();
        publishing.publish(list, null);

        var said = editions.entries(list, 1, null, 1).getFirst().note();
        assertThat(said.document()).isEqualTo(new EntryNote.Paper(paper, "1号", DAY, "市政府"));
        assertThat(said.letter().number()).isEqualTo("委1号");
        assertThat(papers.get(letter).fixed()).isTrue();
    }

    @Test
    void a_draft_says_what_its_paper_says_after_a_correction_and_is_checked_again() {
        var paper = papers.add(said("1号", DAY));
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        var other = desk.list(PowerListKind.EMPOWERMENT, "别的清单");
        drafting.put(list, null, resting(paper, DAY.plusDays(30)));
        var onPurpose =
                resting(paper, DAY.plusDays(30))
                        .resting(
                                new EntryNote.Paper(paper, "1号附件", DAY, null),
                                EntryNote.Paper.NONE);
        drafting.put(list, null, onPurpose);
        drafting.put(other, null, resting(papers.add(said("9号", DAY)), DAY.plusDays(30)));
        publishing.letPass(list, "测试");
        publishing.letPass(other, "测试");

        papers.revise(paper, said("2号", DAY.plusDays(1)), 0);

        assertThatThrownBy(() -> publishing.publish(list, null))
                .as("what was let pass was something else")
                .isInstanceOf(PublishingRefused.class);
        publishing.letPass(list, "测试");
        publishing.publish(list, null);
        publishing.publish(other, null);
        assertThat(editions.entries(list, 1, null, 9))
                .extracting(one -> one.note().document())
                .containsExactlyInAnyOrder(
                        new EntryNote.Paper(paper, "2号", DAY.plusDays(1), "市政府"),
                        new EntryNote.Paper(paper, "1号附件", DAY, "市政府"));
        assertThat(editions.entries(other, 1, null, 9))
                .extracting(one -> one.note().document().number())
                .containsExactly("9号");
    }

    @Test
    void an_entry_rests_on_no_paper_that_the_zone_does_not_have() {
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        var matter = desk.matter("甲事项");
        var letter = papers.add(PaperDraft.usual(PaperKind.LETTER, "委1号", null, null, DAY));
        var foreign = zones.in("luzhou", () -> papers.add(said("1号", DAY)));

        for (var id : List.of(UUID.randomUUID(), foreign, letter)) {
            assertThatThrownBy(() ->
                            drafting.put(
                                    list,
                                    null,
                                    new GrantDraft(matter)
                                            .note()
                                            .resting(only(id), EntryNote.Paper.NONE)))
                    .isInstanceOf(UnknownPaper.class);
        }
    }

    @Test
    void a_paper_that_a_published_list_rests_on_does_not_change_any_more() {
        var paper = papers.add(said("1号", DAY));
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        drafting.put(list, null, resting(paper, DAY.plusDays(30)));
        papers.revise(paper, said("1号", DAY), 0);
        assertThat(papers.get(paper).fixed()).as("a draft fixes nothing").isFalse();

        desk.publish(list);

        assertThat(papers.get(paper).fixed()).isTrue();
        assertThatThrownBy(() -> papers.revise(paper, said("2号", DAY), 1))
                .isInstanceOf(PaperFixed.class);
    }

    @Test
    void the_files_of_a_fixed_paper_are_read_and_neither_added_nor_removed() throws Exception {
        var paper = papers.add(said("1号", DAY));
        var kept = attach(paper, "决定.txt");
        var mistaken = attach(paper, "误传.txt");
        files.remove(mistaken.id());
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        drafting.put(list, null, resting(paper, DAY.plusDays(30)));
        desk.publish(list);

        assertThatThrownBy(() -> attach(paper, "补充.txt")).isInstanceOf(RecordChangeRefused.class);
        assertThatThrownBy(() -> files.remove(kept.id())).isInstanceOf(RecordChangeRefused.class);
        assertThat(files.of(PaperRecords.of(paper), null, 10).items())
                .extracting(AttachedFile::id)
                .containsExactly(kept.id());
        try (var opened = files.open(kept.id())) {
            assertThat(opened).isNotNull();
        }
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        var paper = papers.add(said("1号", DAY));
        var file = attach(paper, "决定.txt");

        zones.in(
                "luzhou",
                () -> {
                    assertThat(papers.all(PaperKind.DECISION)).isEmpty();
                    assertThatThrownBy(() -> papers.get(paper)).isInstanceOf(UnknownPaper.class);
                    assertThatThrownBy(() -> papers.revise(paper, said("2号", DAY), 0))
                            .isInstanceOf(UnknownPaper.class);
                    assertThatThrownBy(() -> attach(paper, "别人的.txt"))
                            .isInstanceOf(UnknownRecord.class);
                    assertThatThrownBy(() -> files.find(file.id())).isInstanceOf(Refusal.class);
                    return null;
                });
    }

    private EntryNote resting(UUID paper, LocalDate from) {
        return new GrantDraft(desk.matter("事项 " + UUID.randomUUID()))
                .from(from)
                .note()
                .resting(only(paper), EntryNote.Paper.NONE);
    }

    private static EntryNote.Paper only(UUID id) {
        return new EntryNote.Paper(id, null, null, null);
    }

    private static PaperDraft said(String number, @Nullable LocalDate decidedOn) {
        return PaperDraft.usual(PaperKind.DECISION, number, null, "市政府", decidedOn);
    }

    private AttachedFile attach(UUID paper, String name) throws IOException {
        return files.attach(
                PaperRecords.of(paper),
                name,
                new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)));
    }
}

package org.kaiyuan.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.imports.ImportColumnsRefused;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists as decrees and ministries write them. */
@KaiyuanTest
@ActAsZone("deyang")
class ListImportTest {
    @Autowired ListImport imports;
    @Autowired ListExport export;
    @Autowired ListImportDirectory directory;
    @Autowired ListDrafting drafting;
    @Autowired ListPublishing publishing;
    @Autowired ListEditions editions;
    @Autowired ListDirectory lists;
    @Autowired MatterCatalogue catalogue;
    @Autowired PaperKeeping papers;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void no_lists() throws Exception {
        owner(
                "truncate delegation.list, delegation.matter, delegation.paper, delegation.list_import_mapping cascade");
    }

    @Test
    void the_seventy_one_rows_of_decrees_load_without_a_hand_edit() {
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "各地赋权事项");
        var brought = brought(list, "delegations.csv");
        assertThat(directory.get(brought).fields())
                .containsExactly(
                        null,
                        ListImportField.NAME,
                        ListImportField.KIND,
                        ListImportField.FIELD,
                        ListImportField.ORIGINAL_AUTHORITY,
                        ListImportField.RECEIVING_BODY,
                        ListImportField.MODE,
                        ListImportField.DOCUMENT,
                        null);

        compare(brought);
        assertThat(directory.get(brought).counts())
                .containsExactly(Map.entry(ListImportLine.Kind.NEW, 71));
        assertThat(imports.toDraft(brought)).isEqualTo(71);

        publish(list);
        var entries = editions.rows(list, 1, ListEditions.Filter.ALL, null, 500).items();
        assertThat(entries).hasSize(71);
        var first = entries.getFirst();
        assertThat(first.note().mode()).isEqualTo(DelegationMode.ENTRUSTED);
        assertThat(first.note().document().decidedOn()).isEqualTo(LocalDate.of(2021, 6, 29));
        assertThat(first.note().document().issuer()).isEqualTo("海南省人民政府");
        assertThat(first.note().effectiveOn()).isEqualTo(LocalDate.of(2021, 6, 29));
        assertThat(entries.get(2).note().effectiveOn()).isEqualTo(LocalDate.of(2021, 7, 29));
        assertThat(entries.getLast().note().document().number()).isEqualTo("四川省人民政府令第349号");
        assertThat(entries.getLast().note().effectiveOn()).isEqualTo(LocalDate.of(2021, 12, 1));
        assertThat(entries)
                .filteredOn(row -> row.matterName().equals("投资项目立项审批"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.matterKind()).isEqualTo(MatterKind.UNSORTED);
                    assertThat(row.note().remarks()).contains("(类别)");
                });
        assertThat(papers.all(PaperKind.DECISION)).hasSize(11);
    }

    @Test
    void the_hundred_and_fifty_four_matters_load_without_a_hand_edit() {
        var list = drafting.begin(PowerListKind.POWERS, "权力清单");
        var brought = brought(list, "gov_items_park_subset.csv");
        compare(brought);
        assertThat(directory.get(brought).count(ListImportLine.Kind.NEW)).isEqualTo(154);
        assertThat(imports.toDraft(brought)).isEqualTo(154);
        publish(list);

        assertThat(editions.of(list)).extracting(Edition::entries).containsExactly(154);
        var matter =
                catalogue
                        .byCode("511A0021300001-511602000000-000-11511300MB1A21304N-1-00")
                        .orElseThrow();
        assertThat(catalogue.get(matter).kind()).isEqualTo(MatterKind.PERMIT);
        assertThat(catalogue.get(matter).field()).isEqualTo("工程建设");
    }

    @Test
    void the_same_file_once_more_changes_nothing() {
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "各地赋权事项");
        var brought = brought(list, "delegations.csv");
        compare(brought);
        imports.toDraft(brought);
        publish(list);

        var again = brought(list, "delegations.csv");
        compare(again);

        assertThat(directory.get(again).counts())
                .containsExactly(Map.entry(ListImportLine.Kind.SAME, 71));
        assertThatThrownBy(() -> imports.toDraft(again)).hasMessageContaining("nothing");
    }

    @Test
    void the_dry_run_shows_what_is_new_changed_and_gone_and_decisions_make_the_draft() {
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单");
        load(list, "事项名称,原行使部门,承接主体\n甲事项备案,市发改委,园区\n乙事项核准,市住建局,园区\n丙事项许可,市水务局,园区\n");

        var brought =
                bring(
                        list,
                        "事项名称,原行使部门,承接主体\n甲事项备案,市发改委,园区\n乙事项核准,市住建局,审批局\n丁完全不同的,市林业局,园区\n,市林业局,园区\n");
        compare(brought);

        var lines = directory.lines(brought, null, 0, 100);
        assertThat(lines)
                .extracting(ListImportLine::kind)
                .containsExactly(
                        ListImportLine.Kind.SAME,
                        ListImportLine.Kind.CHANGED,
                        ListImportLine.Kind.NEW,
                        ListImportLine.Kind.FAULTY,
                        ListImportLine.Kind.GONE);
        assertThat(lines.getLast().name()).isEqualTo("丙事项许可");
        assertThat(Objects.requireNonNull(lines.get(1).now()).receivingBody()).isEqualTo("园区");
        assertThat(Objects.requireNonNull(lines.get(1).next()).receivingBody()).isEqualTo("审批局");
        assertThat(lists.draft(list, null, 10)).isEmpty();

        imports.decide(brought, 5, ListImportLine.Choice.RECALL, null);
        assertThat(imports.toDraft(brought)).isEqualTo(3);
        assertThat(imports.toDraft(brought)).isZero();

        publish(list);
        assertThat(editions.between(list, 1, 2))
                .extracting(EntryDifference::kind)
                .containsExactlyInAnyOrder(
                        EntryDifference.Kind.CHANGED,
                        EntryDifference.Kind.NEW,
                        EntryDifference.Kind.NEW);
        assertThat(editions.rows(list, 2, ListEditions.Filter.ALL, null, 10).items())
                .filteredOn(row -> row.note().act() == EntryAct.RECALL)
                .singleElement()
                .satisfies(row -> assertThat(row.matterName()).isEqualTo("丙事项许可"));
    }

    @Test
    void a_row_that_would_be_refused_is_told_by_its_number_and_the_others_come_in() {
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单");

        var brought =
                bring(
                        list,
                        "事项名称,原行使部门,承接主体,赋权领域,批次\n甲事项备案,市发改委,园区,产业,第三批\n"
                                + "名".repeat(301)
                                + ",市发改委,园区,,\n乙事项核准,市住建局,"
                                + "园".repeat(201)
                                + ",,\n丙事项许可,市水务局,园区,,\n");
        compare(brought);

        assertThat(directory.lines(brought, null, 0, 100))
                .extracting(
                        ListImportLine::kind,
                        ListImportLine::row,
                        ListImportLine::faultKey,
                        ListImportLine::faultValues)
                .containsExactly(
                        tuple(
                                ListImportLine.Kind.FAULTY,
                                2L,
                                "delegation.rule.noBatch",
                                List.of("3")),
                        tuple(
                                ListImportLine.Kind.FAULTY,
                                3L,
                                "delegation.import.fault.longest",
                                List.of("300", "事项名称")),
                        tuple(
                                ListImportLine.Kind.FAULTY,
                                4L,
                                "delegation.import.fault.longest",
                                List.of("200", "承接主体")),
                        tuple(ListImportLine.Kind.NEW, 5L, null, List.of()));
        assertThat(imports.toDraft(brought)).isEqualTo(1);
    }

    @Test
    void an_exported_list_comes_back_without_a_change_though_powers_were_recalled()
            throws Exception {
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单");
        load(
                list,
                "事项名称,原行使部门,承接主体,生效日期,失效日期\n甲事项备案,市发改委,园区,2026-01-05,\n"
                        + "乙事项核准,市住建局,审批局,2026-02-01,2030-01-31\n丙事项许可,市水务局,园区,2026-03-01,\n");
        var first = editions.entries(list, 1, null, 9).getFirst();
        drafting.put(
                list,
                null,
                ListImportDrafting.recall(first.id(), first.note(), LocalDate.of(2026, 6, 1)));
        publish(list);

        byte[] bytes;
        try (var file = export.edition(list, 2, TabularFormat.CSV)) {
            bytes = Files.readAllBytes(file.path());
        }
        var again = imports.bring(list, "导出.csv", new ByteArrayInputStream(bytes));
        compare(again);

        assertThat(directory.get(again).counts())
                .containsExactly(Map.entry(ListImportLine.Kind.SAME, 4));

        var decree = bring(list, "事项名称,原行使部门,承接主体,生效日期\n甲事项备案,市发改委,园区,2026-01-05\n");
        compare(decree);
        assertThat(directory.lines(decree, null, 0, 9).getFirst().kind())
                .as("a decree that names it grants it anew")
                .isEqualTo(ListImportLine.Kind.NEW);

        var elsewhere = drafting.begin(PowerListKind.EMPOWERMENT, "别的清单");
        var there = imports.bring(elsewhere, "导出.csv", new ByteArrayInputStream(bytes));
        compare(there);
        assertThat(directory.lines(there, null, 0, 9))
                .extracting(ListImportLine::faultKey)
                .as("what ends is not taken from a file")
                .containsOnlyOnce("delegation.import.fault.ending");
    }

    @Test
    void what_is_nearly_called_so_is_asked_about() {
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单");
        load(list, "事项名称,原行使部门,承接主体\n龙泉驿片区飞艇起降场备案（技术改造）,市发改委,园区\n");
        Awaitility.await()
                .pollInSameThread()
                .untilAsserted(() ->
                        assertThat(
                                        catalogue.search(
                                                "龙泉驿片区飞艇起降场备案（技术改造）",
                                                MatterCatalogue.Filter.ALL,
                                                0,
                                                200))
                                .isNotEmpty());

        var brought = bring(list, "事项名称,原行使部门,承接主体\n龙泉驿片区飞艇起降场备案(技改),市发改委,园区\n");
        compare(brought);
        var line = directory.lines(brought, ListImportLine.Kind.UNCLEAR, 0, 10).getFirst();
        assertThat(line.candidates())
                .extracting(ListImportLine.Candidate::name)
                .containsExactly("龙泉驿片区飞艇起降场备案（技术改造）");
        assertThatThrownBy(() -> imports.toDraft(brought)).hasMessageContaining("open");

        imports.decide(
                brought,
                line.position(),
                ListImportLine.Choice.TAKE,
                line.candidates().getFirst().id());
        imports.toDraft(brought);
        assertThat(lists.draft(list, null, 10))
                .singleElement()
                .satisfies(one -> assertThat(one.matterName()).isEqualTo("龙泉驿片区飞艇起降场备案（技术改造）"));
    }

    @Test
    void a_file_compared_with_an_older_edition_is_compared_again_first() {
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单");
        var brought = bring(list, "事项名称,承接主体\n甲事项,园区\n");
        compare(brought);
        load(list, "事项名称,承接主体\n乙事项,园区\n");

        assertThatThrownBy(() -> imports.toDraft(brought)).hasMessageContaining("newer");
        compare(brought);
        assertThat(imports.toDraft(brought)).isEqualTo(1);
    }

    @Test
    void duties_are_read_step_by_step() {
        var list = drafting.begin(PowerListKind.DUTIES, "责任清单");
        var brought =
                bring(
                        list,
                        "权力名称,责任主体,责任事项,追责情形\n甲处罚,应急局,\"1.立案责任：发现违法行为，予以审查。2.调查责任：指定专人调查。3.审理责任：审理案件材料。4.告知责任：告知权利。5.决定责任：作出决定。6.送达责任：按规定送达。\",不履行职责的追责\n");
        compare(brought);
        imports.toDraft(brought);

        var note = Objects.requireNonNull(lists.draft(list, null, 1).getFirst().next());
        assertThat(note.particulars().duties())
                .extracting(Duty::step)
                .containsExactly(DutyStep.values());
        assertThat(note.particulars().duties().getFirst().responsibility())
                .isEqualTo("发现违法行为，予以审查。");
        assertThat(publishing.check(list)).isEmpty();
    }

    @Test
    void a_file_without_names_is_refused_and_nothing_is_lost() {
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单");
        var brought = bring(list, "甲,乙\n1,2\n");

        assertThatThrownBy(() -> compare(brought)).isInstanceOf(ImportColumnsRefused.class);
        assertThat(directory.get(brought).rows()).isEqualTo(1);
        imports.compare(
                brought,
                Arrays.asList(ListImportField.NAME, ListImportField.RECEIVING_BODY),
                ListImportDefaults.NONE);
        assertThat(directory.get(brought).count(ListImportLine.Kind.NEW)).isEqualTo(1);
        assertThat(directory.get(bring(list, "甲,乙\n1,2\n")).fields())
                .containsExactly(ListImportField.NAME, ListImportField.RECEIVING_BODY);
    }

    @Test
    void another_zone_sees_nothing() {
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单");
        var brought = bring(list, "事项名称,承接主体\n甲事项,园区\n");
        compare(brought);

        zones.in(
                "luzhou",
                () -> {
                    assertThatThrownBy(() -> directory.get(brought))
                            .isInstanceOf(UnknownListImport.class);
                    assertThat(directory.lines(brought, null, 0, 10)).isEmpty();
                    assertThatThrownBy(() -> imports.toDraft(brought))
                            .isInstanceOf(UnknownListImport.class);
                    assertThatThrownBy(() -> imports.discard(brought))
                            .isInstanceOf(UnknownListImport.class);
                    assertThatThrownBy(() -> bring(list, "事项名称\n甲\n"))
                            .isInstanceOf(UnknownList.class);
                    return null;
                });
    }

    private void load(ListId list, String csv) {
        var brought = bring(list, csv);
        compare(brought);
        imports.decideAll(brought, ListImportLine.Kind.UNCLEAR, ListImportLine.Choice.TAKE);
        imports.toDraft(brought);
        publish(list);
    }

    private void publish(ListId list) {
        publishing.letPass(list, "照原文录入");
        publishing.publish(list, null);
    }

    private void compare(UUID id) {
        imports.compare(id, directory.get(id).fields(), ListImportDefaults.NONE);
    }

    private UUID brought(ListId list, String resource) {
        return imports.bring(list, resource, Objects.requireNonNull(opened(resource)));
    }

    private @Nullable InputStream opened(String resource) {
        return getClass().getResourceAsStream(resource);
    }

    private UUID bring(ListId list, String csv) {
        return imports.bring(
                list, "清单.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private void owner(String sql) throws SQLException {
        try (var owner = servers.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}

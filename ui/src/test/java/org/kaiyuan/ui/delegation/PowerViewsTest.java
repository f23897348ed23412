package org.kaiyuan.ui.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.ListDirectory;
import org.kaiyuan.delegation.ListDrafting;
import org.kaiyuan.delegation.ListEditions;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.delegation.ListImport;
import org.kaiyuan.delegation.ListImportDefaults;
import org.kaiyuan.delegation.ListImportDirectory;
import org.kaiyuan.delegation.ListImportLine;
import org.kaiyuan.delegation.ListPublishing;
import org.kaiyuan.delegation.PowerListKind;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.ViewTest;
import org.kaiyuan.ui.kit.AskDialog;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of powers, without a browser. */
@ActAsZone("views-of-powers")
class PowerViewsTest extends ViewTest {
    @Autowired ListDrafting drafting;
    @Autowired ListPublishing publishing;
    @Autowired ListDirectory lists;
    @Autowired ListEditions editions;
    @Autowired ListImport imports;
    @Autowired ListImportDirectory importDirectory;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void no_lists() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.tenant_id = '" + zones.zone("views-of-powers").value() + "'");
            sql.execute("delete from delegation.list_import");
            sql.execute("delete from delegation.draft");
            sql.execute("delete from delegation.wording");
            sql.execute("delete from delegation.edition");
            sql.execute("delete from delegation.list");
        }
    }

    @Test
    void an_empty_zone_says_what_to_do() {
        UI.getCurrent().navigate("delegation/lists");

        assertThat(said()).contains("还没有清单", "新建清单");
    }

    @Test
    void a_list_is_begun_and_a_title_that_is_taken_is_said_at_its_field() {
        drafting.begin(PowerListKind.POWERS, "权力清单");
        UI.getCurrent().navigate("delegation/lists");
        ((PowerListsView) getCurrentView()).begin();
        var dialog = $(AskDialog.class).all().getFirst();
        var title =
                $(TextField.class).all().stream()
                        .filter(one -> "清单名称".equals(one.getLabel()))
                        .findFirst()
                        .orElseThrow();
        title.setValue("权力清单");
        test(dialog.go).click();
        assertThat(title.isInvalid()).isTrue();
        assertThat(title.getErrorMessage()).contains("已有名为“权力清单”的清单");

        title.setValue("赋权清单（第一批）");
        test(dialog.go).click();
        assertThat(getCurrentView()).isInstanceOf(PowerListView.class);
        assertThat(said()).contains("赋权清单（第一批）", "尚无内容");
    }

    @Test
    void who_decides_is_answered_with_its_proof_and_by_what_was_known() {
        var list = published("甲核准,市发改委,经开区行政审批局\n");
        var matter = editions.entries(list, 1, null, 1).getFirst().note().matter();

        go("delegation", Map.of("matter", List.of(matter.toString())));
        assertThat(said()).contains("由园区决定", "经开区行政审批局", "市发改委", "甲核准");

        go(
                "delegation",
                Map.of(
                        "matter",
                        List.of(matter.toString()),
                        "known",
                        List.of(LocalDate.now().minusDays(2).toString())));
        assertThat(said()).contains("不由园区决定", "没有已公布的清单赋予园区");
    }

    @Test
    void a_draft_is_checked_let_pass_and_published_from_its_tab() {
        var list = drafting.begin(PowerListKind.ENTRUSTMENT, "委托清单");
        brought(list, "事项名称,原行使部门,承接主体\n乙许可,市住建局,园区\n");
        go("delegation/lists/" + list, Map.of("tab", List.of("draft")));
        assertThat(said()).contains("草稿还没有校核");

        test(button("校核")).click();
        assertThat(said()).contains("1 处不符合规定", "委托下放须有委托书", "《中华人民共和国行政许可法》第二十四条");

        test(button("说明理由后通过")).click();
        var dialog = $(AskDialog.class).all().getFirst();
        test(dialog.go).click();
        assertThat(dialog.isOpened()).isTrue();
        $(TextArea.class).all().stream()
                .filter(one -> "原因".equals(one.getLabel()))
                .findFirst()
                .orElseThrow()
                .setValue("委托书遗失");
        test(dialog.go).click();
        assertThat(said()).contains("可以公布");

        test(button("公布")).click();
        var publish = $(AskDialog.class).all().getLast();
        test(publish.go).click();
        assertThat(lists.get(list).edition()).isOne();
        go("delegation/lists/" + list, Map.of("tab", List.of("editions")));
        assertThat(said()).contains("v1", "1 处不符合规定，理由：委托书遗失");
    }

    @Test
    void a_file_is_compared_and_becomes_a_draft() {
        var list = published("甲核准,市发改委,园区\n");
        var id = bring(list, "事项名称,原行使部门,承接主体\n甲核准,市发改委,审批局\n");
        go("delegation/imports/" + id, Map.of());
        var view = (ListImportFileView) getCurrentView();
        test(view.compare).click();
        assertThat(importDirectory.get(id).counts().values()).contains(1);
        assertThat(said()).contains("与第 1 版比对的结果");

        test(view.toDraft).click();

        assertThat(getCurrentView()).isInstanceOf(PowerListView.class);
        assertThat(said()).contains("草稿还没有校核");
        assertThat(lists.draft(list, null, 10))
                .singleElement()
                .satisfies(one ->
                        assertThat(Objects.requireNonNull(one.next()).receivingBody())
                                .isEqualTo("审批局"));
    }

    @Test
    void two_versions_are_side_by_side() {
        var list = published("甲核准,市发改委,园区\n");
        brought(list, "事项名称,原行使部门,承接主体\n甲核准,市发改委,审批局\n");
        publish(list);

        UI.getCurrent().navigate("delegation/lists/" + list + "/diff/1/2");

        assertThat(said()).contains("第 1 版与第 2 版的差异", "甲核准", "园区", "审批局");
    }

    @Test
    void another_zones_list_is_not_there() {
        var list =
                zones.in(
                        "luzhou",
                        () -> drafting.begin(PowerListKind.POWERS, "别区清单" + UUID.randomUUID()));

        UI.getCurrent().navigate("delegation/lists/" + list);
        assertThat(said()).contains("没有这份清单");
        UI.getCurrent().navigate("delegation/lists/" + list + "/entries/new");
        assertThat(said()).contains("没有这份清单");
    }

    @Test
    @ActAsZone(value = "views-of-powers", permissions = DelegationPermissions.READ)
    void who_only_reads_is_offered_nothing_to_change() {
        UI.getCurrent().navigate("delegation/lists");
        assertThat(said()).doesNotContain("新建清单");
        UI.getCurrent().navigate("delegation/matters");
        assertThat(said()).doesNotContain("新增事项");
        UI.getCurrent().navigate("delegation/papers");
        assertThat(buttons((Component) getCurrentView()).map(Button::getText))
                .doesNotContain("登记文件");
    }

    private ListId published(String rows) {
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单" + UUID.randomUUID());
        brought(list, "事项名称,原行使部门,承接主体\n" + rows);
        publish(list);
        return list;
    }

    private void publish(ListId list) {
        publishing.letPass(list, "测试");
        publishing.publish(list, null);
    }

    private void brought(ListId list, String csv) {
        var id = bring(list, csv);
        imports.compare(id, importDirectory.get(id).fields(), ListImportDefaults.NONE);
        imports.decideAll(id, ListImportLine.Kind.UNCLEAR, ListImportLine.Choice.TAKE);
        imports.toDraft(id);
    }

    private UUID bring(ListId list, String csv) {
        return imports.bring(
                list, "清单.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static void go(String path, Map<String, List<String>> asked) {
        UI.getCurrent().navigate(path, new QueryParameters(asked));
    }

    private String said() {
        roundTrip(); // what is behind a tab is attached with it
        return ((Component) getCurrentView()).getElement().getTextRecursively()
                + $(AskDialog.class).all().stream()
                        .map(one -> one.getElement().getTextRecursively())
                        .reduce("", String::concat);
    }

    private Button button(String text) {
        return buttons((Component) getCurrentView())
                .filter(one -> text.equals(one.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Button> buttons(Component within) {
        return Stream.concat(
                within instanceof Button button ? Stream.of(button) : Stream.empty(),
                Objects.requireNonNull(within).getChildren().flatMap(PowerViewsTest::buttons));
    }
}

package org.kaiyuan.ui.leads;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.leads.FollowupKind;
import org.kaiyuan.leads.InvestorLine;
import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.leads.LeadDraft;
import org.kaiyuan.leads.LeadFind;
import org.kaiyuan.leads.LeadFollowups;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadRecords;
import org.kaiyuan.leads.LeadRegistration;
import org.kaiyuan.leads.LeadRow;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages in which the bureau works: list, board, my day, calendar, and the dialogs over them. */
class LeadWorkViewsTest extends ViewTest {
    @Autowired LeadRegistration registration;
    @Autowired LeadDirectory directory;
    @Autowired LeadFollowups followups;
    @Autowired Attachments attachments;
    @Autowired TestServers servers;
    @Autowired Zones zones;
    @Autowired Clock clock;

    @BeforeEach
    void no_leads() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate leads.lead, leads.fair, leads.saved_view cascade");
        }
    }

    @Test
    void with_no_leads_the_list_says_what_to_do() {
        var view = list("");

        assertThat(view.count.getText()).isEqualTo("共 0 条");
        assertThat(text(Objects.requireNonNull(view.rows.getEmptyStateComponent())))
                .contains("登记第一条");
    }

    @Test
    void the_address_says_what_is_asked_and_a_chip_takes_it_out() {
        register("显示项目", 500_000_000L);
        register("隔膜项目", 20_000_000L);

        var view = list("investmentFrom=100000000&order=INVESTMENT");

        assertThat(view.filter.form.investmentFrom.getValue()).isEqualByComparingTo("10000");
        assertThat(names(view)).containsExactly("显示项目");
        assertThat(text(view.filter.chips)).contains("总投资 ≥ 10,000 万元");
        test((Button) view.filter.chips.getComponentAt(0)).click();
        assertThat(now().asked().text()).isEqualTo("order=INVESTMENT");
        assertThat(names(now())).containsExactly("显示项目", "隔膜项目");
    }

    @Test
    void a_filter_that_is_set_keeps_what_only_links_ask_for() {
        var view = list("reached=REVIEW");

        view.filter.form.pool.setValue(true);

        assertThat(now().asked().text()).isEqualTo("pool=true&reached=REVIEW");
    }

    @Test
    void the_pool_is_the_list_of_what_nobody_owns() {
        registration.register(draft("公海项目", 1L).profile(), true);
        joinTheZone();
        register("我的项目", 1L);

        UI.getCurrent().navigate(LeadPoolView.class);

        assertThat(names(now())).containsExactly("公海项目");
    }

    @Test
    void a_look_beside_the_list_has_an_address_and_a_strange_one_is_passed_over() {
        var id = register("概览项目", 30_000_000L);

        assertThat(text(list("look=" + id).look)).contains("概览项目", "3,000");
        assertThat(list("look=" + LeadId.next()).look.isVisible()).isFalse();
        assertThat(list("look=x").look.isVisible()).isFalse();
    }

    @Test
    void selected_leads_are_given_to_a_colleague() {
        var id = register("分派项目", 1L);
        register("留下项目", 1L);
        var view = list("");

        view.rows.select(new LeadFind(directory.rows(List.of(id)).getFirst(), Map.of()));
        assertThat(view.bulk.told.getText()).isEqualTo("已选 1 条");
        assertThat(view.bulk.give.isEnabled()).isFalse();

        view.rows.deselectAll();
        assertThat(view.bulk.isVisible()).isFalse();
    }

    @Test
    @ActAsZone(
            value = "deyang",
            permissions = {LeadPermissions.READ})
    void who_may_only_read_finds_nothing_that_changes() {
        var id = zones.in("deyang", () -> register("只读项目", 1L));

        var view = list("look=" + id);

        assertThat(view.rows.getSelectionMode().name()).isEqualTo("NONE");
        assertThat(buttons(view)).doesNotContain("新建线索", "写跟进", "导出");
    }

    @Test
    void a_view_is_kept_and_opened_again() {
        var view = list("pool=true");
        UI.getCurrent().add(view.views);
        view.views.name.setValue("公海待领");
        test(view.views.save).click();

        assertThat(buttons(view.views)).contains("公海待领");
        view.views.name.setValue(" ");
        test(view.views.save).click();
        assertThat(view.views.name.isInvalid()).isTrue();
    }

    @Test
    void the_board_counts_and_sums_each_stage() {
        register("显示项目", 500_000_000L);
        register("隔膜项目", 20_000_000L);

        var view = board("");

        var first = column(view, LeadStage.CLUE);
        assertThat(text(first)).contains("线索", "2", "5.2 亿元", "显示项目", "隔膜项目");
        assertThat(text(column(view, LeadStage.REVIEW))).contains("评审", "0 万元");
        assertThat(first.getClassNames()).contains("chosen");
        view.stage.setValue(LeadStage.REVIEW);
        assertThat(column(view, LeadStage.REVIEW).getClassNames()).contains("chosen");
        assertThat(first.getClassNames()).doesNotContain("chosen");
    }

    @Test
    void a_card_moves_by_its_button_where_no_gate_refuses() {
        var id = register("直通项目", 500_000_000L);
        var view = board("");
        var card = card(view, LeadStage.CLUE);

        test(Objects.requireNonNull(card.move)).click();
        var chooser = open(StageChooser.class);
        assertThat(chooser.choices.get(LeadStage.CLUE)).matches(button -> !button.isEnabled());
        test(Objects.requireNonNull(chooser.choices.get(LeadStage.ASSESSMENT))).click();

        assertThat(directory.details(id).stage()).isEqualTo(LeadStage.ASSESSMENT);
        assertThat(text(column(view, LeadStage.ASSESSMENT))).contains("直通项目");
        assertThat(dialogs(MoveDialog.class)).isEmpty();
    }

    @Test
    void a_step_back_asks_why() {
        var id = register("回退项目", 500_000_000L);
        var view = board("");
        view.move(row(id), LeadStage.ASSESSMENT);
        view.move(row(id), LeadStage.CLUE);

        var dialog = open(MoveDialog.class);
        assertThat(dialog.go.isEnabled()).isFalse();
        dialog.reason.setValue("信息有误");
        test(dialog.go).click();

        assertThat(directory.details(id).stage()).isEqualTo(LeadStage.CLUE);
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void a_gate_that_refuses_says_why_and_is_passed_with_a_reason_and_a_file() throws Exception {
        var id = register("化工项目", 500_000_000L);
        var view = board("");
        view.move(row(id), LeadStage.SIGNED);

        var dialog = open(MoveDialog.class);
        assertThat(text(dialog.gates)).contains("依据：", "评审");
        assertThat(hrefs(dialog)).contains("leads/" + id + "/edit", "leads/" + id + "?tab=reviews");
        assertThat(dialog.go.isEnabled()).isFalse();
        dialog.reason.setValue("专题会同意");
        assertThat(dialog.go.isEnabled()).isFalse();
        dialog.close();

        var file =
                attachments.attach(
                        LeadRecords.of(id),
                        "会议纪要.txt",
                        new ByteArrayInputStream("同意".getBytes(StandardCharsets.UTF_8)));
        view.move(row(id), LeadStage.SIGNED);
        var again = open(MoveDialog.class);
        again.reason.setValue("专题会同意");
        again.file.setValue(file);
        test(again.go).click();

        assertThat(directory.details(id).stage()).isEqualTo(LeadStage.SIGNED);
        assertThat(directory.moves(id).getLast().overridden()).isNotEmpty();
    }

    @Test
    void a_talk_is_written_down_with_one_sentence_and_what_is_wrong_is_said_at_its_field() {
        var id = register("跟进项目", 1L);
        UI.getCurrent().navigate(LeadTodayView.class);
        var done = new ArrayList<String>();
        var dialog = followup(id, () -> done.add("saved"));
        dialog.open();
        roundTrip();
        assertThat(dialog.happenedOn.getValue()).isEqualTo(LocalDate.now(clock));

        test(dialog.save).click();
        assertThat(dialog.text.isInvalid()).isTrue();
        assertThat(dialog.isOpened()).isTrue();

        dialog.text.setValue("谈了用地");
        dialog.participants.setValue("王敏、李 强,赵工");
        dialog.nextAction.setValue("发用地清单");
        test((Button) dialog.soon.getComponentAt(0)).click();
        test(dialog.save).click();

        assertThat(done).containsExactly("saved");
        assertThat(followups.of(id, null, 5))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.kind()).isEqualTo(FollowupKind.CALL);
                    assertThat(line.participants()).containsExactly("王敏", "李 强", "赵工");
                });
        assertThat(row(id).nextActionOn()).isEqualTo(LocalDate.now(clock).plusDays(1));
    }

    @Test
    void my_day_lets_one_claim_from_the_pool() {
        joinTheZone();
        var id = registration.register(draft("待领项目", 1L).profile(), true);
        UI.getCurrent().navigate(LeadTodayView.class);
        var view = (LeadTodayView) getCurrentView();
        assertThat(text(view.sections)).contains("今天没有到期的事", "公海新到", "待领项目");

        var claim =
                all(view, Button.class)
                        .filter(button -> button.getText().equals("领取"))
                        .findFirst()
                        .orElseThrow();
        test(claim).click();

        assertThat(row(id).owner()).isNotNull();
        assertThat(text(view.sections)).doesNotContain("公海新到");
    }

    @Test
    void whoever_takes_in_a_lead_sees_its_likely_twin() {
        register("越辉泵站项目", 1L);
        UI.getCurrent().navigate(LeadFormView.class);
        var form = (LeadFormView) getCurrentView();
        assertThat(text(form.fields.twins)).isEmpty();

        form.fields.investors.setValue(List.of(InvestorLine.named("越辉泵站项目有限公司")));

        assertThat(text(form.fields.twins)).contains("越辉泵站项目");
    }

    @Test
    void what_lies_in_the_pool_is_claimed_in_the_list() {
        joinTheZone();
        registration.register(draft("公海待领项目", 1L).profile(), true);
        var view = list("pool=true");

        int acts = (int) view.rows.getColumns().stream().filter(Component::isVisible).count() - 1;
        var claim = (Button) test(view.rows).getCellComponent(0, acts);
        assertThat(claim.getText()).isEqualTo("领取");
        claim.click();

        assertThat(names(now())).isEmpty();
    }

    @Test
    void the_calendar_shows_the_month_of_its_address() {
        var today = LocalDate.now(clock);
        joinTheZone();
        var id = register("日历项目", 1L);
        var dialog = followup(id, () -> {});
        dialog.open();
        roundTrip();
        dialog.text.setValue("约好上门");
        dialog.nextAction.setValue("上门拜访");
        dialog.nextActionOn.setValue(today);
        test(dialog.save).click();

        UI.getCurrent().navigate(LeadCalendarView.class);
        var view = (LeadCalendarView) getCurrentView();
        assertThat(view.title.getText())
                .isEqualTo(today.getYear() + " 年 " + today.getMonthValue() + " 月");
        assertThat(text(view.days)).contains("上门拜访", "日历项目");

        UI.getCurrent().navigate(LeadCalendarView.class, QueryParameters.of("month", "2020-02"));
        var past = (LeadCalendarView) getCurrentView();
        assertThat(past.title.getText()).isEqualTo("2020 年 2 月");
        assertThat(text(past.days)).doesNotContain("日历项目");
        // Monday 27 January to Sunday 1 March, and seven names of days
        assertThat(past.days.getComponentCount()).isEqualTo(7 + 35);
        UI.getCurrent().navigate(LeadCalendarView.class, QueryParameters.of("month", "x"));
        assertThat(((LeadCalendarView) getCurrentView()).title.getText())
                .isEqualTo(view.title.getText());
    }

    @Autowired FollowupDoors followupDoors;

    private FollowupDialog followup(
            LeadId id, com.vaadin.flow.function.SerializableRunnable saved) {
        return new FollowupDialog(followupDoors, id, "项目", saved);
    }

    private LeadId register(String name, long yuan) {
        return registration.register(draft(name, yuan).profile(), false);
    }

    private static LeadDraft draft(String name, long yuan) {
        return LeadDraft.named(name)
                .totalInvestment(BigDecimal.valueOf(yuan))
                .leadingIndustry("电子信息产业")
                .investors(List.of(InvestorLine.named(name + "有限公司")));
    }

    private LeadRow row(LeadId id) {
        return directory.rows(List.of(id)).getFirst();
    }

    private LeadListView list(String query) {
        UI.getCurrent().navigate("leads", QueryParameters.fromString(query));
        return now();
    }

    private LeadListView now() {
        return (LeadListView) getCurrentView();
    }

    private LeadBoardView board(String query) {
        UI.getCurrent().navigate("leads/board", QueryParameters.fromString(query));
        return (LeadBoardView) getCurrentView();
    }

    private List<String> names(LeadListView view) {
        return Stream.iterate(0, i -> i < test(view.rows).size(), i -> i + 1)
                .map(i -> test(view.rows).getRow(i).lead().projectName())
                .toList();
    }

    private static Component column(LeadBoardView view, LeadStage stage) {
        return Objects.requireNonNull(view.columns.get(stage));
    }

    private static BoardCard card(LeadBoardView view, LeadStage stage) {
        return all(column(view, stage), BoardCard.class).findFirst().orElseThrow();
    }

    private <D extends Dialog> D open(Class<D> type) {
        var found = dialogs(type);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private <D extends Dialog> List<D> dialogs(Class<D> type) {
        return $(type).all().stream().filter(Dialog::isOpened).toList();
    }

    private static Set<String> buttons(Component in) {
        return all(in, Button.class)
                .map(Button::getText)
                .collect(java.util.stream.Collectors.toSet());
    }

    private static List<String> hrefs(Component in) {
        return all(in, Anchor.class).map(Anchor::getHref).toList();
    }

    private static <C extends Component> Stream<C> all(Component in, Class<C> type) {
        return Stream.concat(
                        Stream.of(in),
                        in.getChildren().flatMap(child -> all(child, Component.class)))
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static String text(Component in) {
        return in.getElement().getTextRecursively();
    }
}

package org.kaiyuan.ui.leads;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.leads.InvestorLine;
import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.leads.LeadDraft;
import org.kaiyuan.leads.LeadFairs;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadRegistration;
import org.kaiyuan.leads.LeadRow;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.ui.ViewTest;
import org.kaiyuan.ui.kit.AskDialog;
import org.springframework.beans.factory.annotation.Autowired;

/** One lead: its page and what opens over it. */
class LeadRecordViewsTest extends ViewTest {
    @Autowired LeadRegistration registration;
    @Autowired LeadDirectory directory;
    @Autowired LeadFairs fairs;
    @Autowired Messages messages;
    @Autowired TestServers servers;

    @BeforeEach
    void no_leads() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate leads.lead, leads.fair cascade");
        }
    }

    @Test
    void what_another_tab_has_moved_is_said_to_be_there() {
        var id = register("两页项目");
        UI.getCurrent().navigate("leads/board");
        var view = (LeadBoardView) getCurrentView();
        var seen = row(id);
        view.move(seen, LeadStage.ASSESSMENT);

        view.move(seen, LeadStage.ASSESSMENT);

        assertThat(told())
                .anyMatch(said -> said.contains("线索已经处于“研判”阶段") && said.contains("页面已刷新"));
    }

    @Test
    void a_missing_reason_is_said_at_its_field() {
        var id = register("搁置项目");
        UI.getCurrent().navigate("leads/" + id);
        var actions = all((Component) getCurrentView(), LeadActions.class).getFirst();
        click(actions, "搁置、流转或终止");
        var dialog = $(AskDialog.class).all().getFirst();

        test(dialog.go).click();

        var reason = all(dialog.form, TextArea.class).getFirst();
        assertThat(reason.isInvalid()).isTrue();
        assertThat(reason.getErrorMessage()).contains("请填写原因（2 至 500 个字）");
        assertThat(dialog.isOpened()).isTrue();
        assertThat(told()).isEmpty();
    }

    @Test
    void a_talk_says_in_the_timeline_what_it_was_about() {
        var words = new LeadWords(messages, Locale.SIMPLIFIED_CHINESE);

        assertThat(words.field(followed("followup", "CALL 2026-11-01 对方关心电价"), "followup"))
                .isEqualTo("电话 2026-11-01 对方关心电价");
        assertThat(words.field(followed("nextAction", "2026-11-05 发送电价政策"), "nextAction"))
                .isEqualTo("下一步：2026-11-05 发送电价政策");
    }

    @Test
    void a_move_says_in_the_timeline_from_where_to_where() {
        var words = new LeadWords(messages, Locale.SIMPLIFIED_CHINESE);

        assertThat(words.field(changed("moved", "stage", "ASSESSMENT", "NEGOTIATION"), "stage"))
                .isEqualTo("研判 → 在谈");
        assertThat(words.field(changed("state", "state", "ACTIVE", "PAUSED"), "state"))
                .isEqualTo("推进中 → 搁置");
    }

    @Test
    void the_page_that_merges_does_not_name_what_is_not_there() {
        UI.getCurrent().navigate("leads/" + LeadId.next() + "/merge");
        assertThat(((LeadMergeView) getCurrentView()).getPageTitle()).startsWith("找不到页面");

        UI.getCurrent().navigate("leads/" + register("合并项目") + "/merge");
        assertThat(((LeadMergeView) getCurrentView()).getPageTitle()).startsWith("合并");
    }

    @Test
    void a_fair_is_saved_once() {
        var saved = new ArrayList<String>();
        var dialog = new FairDialog(fairs, null, () -> saved.add("saved"));
        dialog.open();
        roundTrip();
        dialog.name.setValue("西博会");
        dialog.heldOn.setValue(LocalDate.of(2026, 5, 26));

        test(dialog.save).click();

        assertThat(saved).hasSize(1);
        assertThat(dialog.save.isEnabled()).isFalse(); // while it fades
    }

    @Test
    void a_fair_that_is_refused_may_be_saved_again() {
        var dialog = new FairDialog(fairs, null, () -> {});
        dialog.open();
        roundTrip();
        dialog.name.setValue("西博会");

        test(dialog.save).click();

        assertThat(dialog.isOpened()).isTrue();
        assertThat(dialog.save.isEnabled()).isTrue();
        assertThat(dialog.heldOn.isInvalid()).isTrue();
        assertThat(dialog.heldOn.getErrorMessage()).isNotBlank();
        assertThat(dialog.name.isInvalid()).isFalse();
    }

    private static ChangeEntry followed(String field, @Nullable String after) {
        return changed("followed", field, null, after);
    }

    private static ChangeEntry changed(
            String act, String field, @Nullable String before, @Nullable String after) {
        return new ChangeEntry(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Instant.EPOCH,
                "agent",
                "招商员",
                act,
                field,
                before,
                after);
    }

    private static void click(LeadActions actions, String item) {
        var found =
                actions.more.getItems().getFirst().getSubMenu().getItems().stream()
                        .filter(one -> one.getText().equals(item))
                        .findFirst()
                        .orElseThrow();
        ComponentUtil.fireEvent(found, new ClickEvent<MenuItem>(found));
    }

    private List<String> told() {
        return $(Notification.class).all().stream()
                .map(one -> one.getElement().getTextRecursively())
                .toList();
    }

    private LeadId register(String name) {
        return registration.register(
                LeadDraft.named(name)
                        .leadingIndustry("电子信息产业")
                        .investors(List.of(InvestorLine.named(name + "有限公司")))
                        .profile(),
                false);
    }

    private LeadRow row(LeadId id) {
        return directory.rows(List.of(id)).getFirst();
    }

    private static <C extends Component> List<C> all(Component in, Class<C> type) {
        return every(in).filter(type::isInstance).map(type::cast).toList();
    }

    private static Stream<Component> every(Component in) {
        return Stream.concat(Stream.of(in), in.getChildren().flatMap(LeadRecordViewsTest::every));
    }
}

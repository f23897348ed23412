package org.kaiyuan.ui.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.leads.InvestorLine;
import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.leads.LeadDraft;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadImport;
import org.kaiyuan.leads.LeadImportDirectory;
import org.kaiyuan.leads.LeadImportField;
import org.kaiyuan.leads.LeadRegistration;
import org.kaiyuan.leads.LeadTwins;
import org.kaiyuan.leads.LikelyChoice;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

@ActAsZone("lead-import-view")
class LeadImportViewTest extends ViewTest {
    @Autowired LeadImport imports;
    @Autowired LeadImportDirectory directory;
    @Autowired LeadRegistration registration;
    @Autowired LeadDirectory leads;
    @Autowired LeadTwins twins;
    @Autowired Messages messages;
    @Autowired Zones zones;

    @Test
    void columns_are_corrected_the_file_is_checked_and_then_imported() {
        var id = brought("甲,名称\n页面导入项目,某公司\n,无名公司\n");
        var view = open(id);
        var columns = Objects.requireNonNull(view.columns);
        columns.fields.get(0).setValue(LeadImportField.PROJECT_NAME);
        columns.fields.get(1).setValue(LeadImportField.INVESTOR);

        test(view.check).click();
        ended(id);
        view = open(id);

        assertThat(view.said.getText()).contains("没有写入任何数据");
        assertThat(view.figures.getElement().getTextRecursively()).contains("将新增");
        assertThat(test(view.errors).size()).isEqualTo(1);
        assertThat(test(view.errors).getRow(0).reasonKey()).isEqualTo("leads.rule.required");

        test(view.load).click();
        ended(id);
        view = open(id);

        assertThat(view.said.getText()).contains("导入完成");
        assertThat(directory.status(id).added()).isEqualTo(1);
        assertThat(view.undo.isAttached()).isTrue();
        assertThat(test(navigate(LeadImportView.class).earlier).getRow(0).id()).isEqualTo(id);
    }

    @Test
    void a_likely_twin_is_decided_on_the_page() {
        registered("孪生项目甲", "孪生投资有限公司");
        var id = brought("项目名称,投资方\n孪生项目乙,孪生投资有限公司\n");
        test(open(id).load).click();
        ended(id);
        var likely = Objects.requireNonNull(open(id).likely);
        assertThat(test(likely.rows).size()).isEqualTo(1);

        test(likely.rows)
                .getCellComponent(0, 3)
                .getChildren()
                .skip(LikelyChoice.TAKE_AS_NEW.ordinal())
                .map(Button.class::cast)
                .forEach(Button::click);

        assertThat(directory.status(id).added()).isEqualTo(1);
        assertThat(directory.status(id).undecided()).isZero();
    }

    @Test
    void twins_appear_beside_the_form_and_go_again() {
        var id = registered("面板项目", "面板控股有限公司");
        navigate(LeadImportView.class);
        var typed = new TextField();
        var panel =
                new TwinsPanel(
                        twins,
                        messages,
                        () ->
                                LeadDraft.named("别的名字")
                                        .investors(List.of(InvestorLine.named(typed.getValue())))
                                        .profile(),
                        null);
        panel.watch(typed);
        UI.getCurrent().add(typed, panel);

        typed.setValue("面板控股");
        assertThat(panel.isVisible()).isTrue();
        assertThat(panel.getElement().getTextRecursively()).contains("面板项目", "投资方相同");
        assertThat(panel.getElement().getOuterHTML()).contains("leads/" + id);

        typed.setValue("无人知晓的公司");
        assertThat(panel.isVisible()).isFalse();
    }

    @Test
    void of_each_field_that_differs_one_value_is_chosen() {
        var into = registered("合并页面甲", "合并页面投资有限公司");
        var from = registered("合并页面乙", "合并页面投资有限公司");
        var view = navigate(LeadMergeView.class, Map.of("id", into.toString()));
        test(Objects.requireNonNull(view.entries.get(from))).click();
        assertThat(view.choices).containsOnlyKeys("projectName");
        view.choices.get("projectName").setValue(true);

        test(view.merge).click();

        assertThat(leads.details(into).profile().projectName()).isEqualTo("合并页面乙");
        assertThat(leads.survivorOf(from)).contains(into);
    }

    @Test
    void another_zone_sees_nothing() {
        UUID id =
                Objects.requireNonNull(
                        zones.in("lead-import-other", () -> brought("项目名称\n别区项目\n")));
        LeadId lead =
                Objects.requireNonNull(
                        zones.in("lead-import-other", () -> registered("别区线索", "别区公司")));

        assertThat(open(id).getElement().getTextRecursively())
                .contains("没有这次导入")
                .doesNotContain("线索.csv");
        assertThat(
                        navigate(LeadMergeView.class, Map.of("id", lead.toString()))
                                .getElement()
                                .getTextRecursively())
                .contains("没有这条线索")
                .doesNotContain("别区线索");
    }

    private LeadId registered(String name, String investor) {
        return registration.register(
                LeadDraft.named(name).investors(List.of(InvestorLine.named(investor))).profile(),
                true);
    }

    private LeadImportJobView open(UUID id) {
        return navigate(LeadImportJobView.class, Map.of("id", id.toString()));
    }

    private UUID brought(String text) {
        return imports.bring(
                "线索.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void ended(UUID id) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !directory.status(id).isUnderWay());
    }
}

package org.kaiyuan.ui.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextArea;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.ContactLine;
import org.kaiyuan.enterprises.ContactUnmasking;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseMerge;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRecords;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.enterprises.EnterpriseRevision;
import org.kaiyuan.enterprises.EnterpriseSearch;
import org.kaiyuan.enterprises.NoteTaking;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.timeline.Comment;
import org.kaiyuan.platform.timeline.Commenting;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.ViewTest;
import org.kaiyuan.ui.timeline.TimelinePanel;
import org.springframework.beans.factory.annotation.Autowired;

@ActAsZone("detail-zone")
class EnterpriseViewTest extends ViewTest {
    @Autowired EnterpriseRegistration registration;
    @Autowired EnterpriseRevision revision;
    @Autowired EnterpriseDirectory directory;
    @Autowired EnterpriseMerge merge;
    @Autowired EnterpriseSearch search;
    @Autowired NoteTaking notes;
    @Autowired ContactUnmasking unmasking;
    @Autowired Attachments attachments;
    @Autowired Commenting commenting;
    @Autowired Zones zones;

    @Test
    void the_history_speaks_the_words_of_the_page() {
        var id = registration.register(withContact("明细有限公司"));
        revision.revise(id, directory.details(id).version(), EnterpriseProfile.named("明细改名有限公司"));

        var shown = tab(open(id), 4);

        assertThat(shown).contains("企业名称：明细有限公司 → 明细改名有限公司");
    }

    @Test
    void the_history_of_what_was_merged_into_it_is_shown_and_marked() {
        var into = registration.register(withContact("留存有限公司"));
        var from = registration.register(EnterpriseProfile.named("并入旧名有限公司"));
        revision.revise(from, directory.details(from).version(), EnterpriseProfile.named("并入有限公司"));
        merge.merge(
                into,
                directory.details(into).version(),
                from,
                directory.details(from).version(),
                java.util.Set.of());

        var shown = tab(open(from), 4);

        assertThat(shown)
                .contains("企业名称：并入旧名有限公司 → 并入有限公司")
                .contains("来自并入的记录：并入有限公司")
                .doesNotContain("来自并入的记录：留存有限公司");
    }

    @Test
    @ActAsZone("detail-similar")
    void enterprises_that_make_the_same_are_a_click_away() {
        var id = registeredWithScope("四川天齐石墨有限公司", "锂离子电池负极材料、石墨制品的研发、生产、销售");
        var like = registeredWithScope("遂宁碳素制品有限公司", "石墨制品、锂离子电池负极材料的生产、销售");
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !search.similar(id, 1).items().isEmpty());

        var view = open(id);
        tab(view, 5);

        assertThat($(Anchor.class, $(SimilarPanel.class, view).single()).all())
                .extracting(Anchor::getHref)
                .containsExactly("enterprises/" + like);
        assertThat(tab(open(registration.register(EnterpriseProfile.named("无经营范围有限公司"))), 5))
                .contains("没有相似的企业");
    }

    private EnterpriseId registeredWithScope(String name, String scope) {
        var form = navigate(EnterpriseFormView.class);
        form.fields.name.setValue(name);
        form.fields.businessScope.setValue(scope);
        test(form.save).click();
        return directory.beginningWith(name, EnterpriseFilter.ALL, 1).getFirst().id();
    }

    @Test
    void a_comment_is_made_beside_the_record_among_what_happened_and_was_noted() {
        var id = registration.register(withContact("评论有限公司"));
        notes.take(id, "已走访");
        var panel = $(TimelinePanel.class, open(id)).single();
        assertThat(textOf(panel)).contains("登记", "已走访");

        var text = $(TextArea.class, panel).single();
        text.setValue("请补营业执照");
        test(button(panel, "发表")).click();

        assertThat(textOf(panel)).contains("请补营业执照", "已走访");
        assertThat(commenting.of(EnterpriseRecords.of(id), null, 5).items())
                .extracting(Comment::text)
                .containsExactly("请补营业执照");
        assertThat(text.getValue()).isEmpty();
    }

    @Test
    void files_have_a_tab_and_stand_on_the_timeline() throws IOException {
        var id = registration.register(withContact("附件有限公司"));
        attachments.attach(
                EnterpriseRecords.of(id),
                "营业执照.txt",
                new ByteArrayInputStream("内容".getBytes(StandardCharsets.UTF_8)));

        var view = open(id);

        assertThat(tab(view, 6)).contains("营业执照.txt", "6 B", "测试员 detail-zone-tester");
        assertThat(textOf($(TimelinePanel.class, view).single())).contains("上传了 营业执照.txt");
    }

    @Test
    void a_contact_is_whole_only_after_a_purpose_was_said() {
        var id = registration.register(withContact("联系有限公司"));
        var view = open(id);
        tab(view, 1);
        assertThat(test($(Grid.class, view).single()).getCellText(0, 2)).isEqualTo("138****5678");
        var button =
                new UnmaskButton(
                        unmasking, id, directory.details(id).profile().contacts().getFirst());
        com.vaadin.flow.component.UI.getCurrent().add(button);
        test(button).click();
        button.purpose.setValue("电话回访");

        button.show.click();

        assertThat(button.whole.getText()).contains("13800005678");
        assertThat(directory.history(id, null, 1).getFirst().act()).isEqualTo("unmasked");
    }

    @Test
    @ActAsZone(value = "detail-zone", permissions = EnterprisePermissions.READ)
    void who_may_only_read_is_offered_nothing_else() {
        var id = zones.in("detail-zone", () -> registration.register(withContact("只读有限公司")));

        assertThat(textOf(open(id))).contains("只读有限公司").doesNotContain("编辑", "删除", "发表", "选择文件");
    }

    @Test
    void another_zone_sees_nothing() {
        var id = zones.in("detail-other", () -> registration.register(withContact("别区有限公司")));

        assertThat(textOf(open(id))).contains("没有这家企业").doesNotContain("别区有限公司");
    }

    private EnterpriseView open(EnterpriseId id) {
        return navigate(EnterpriseView.class, Map.of("id", id.toString()));
    }

    private static EnterpriseProfile withContact(String name) {
        return EnterpriseProfile.named(name)
                .withContacts(
                        List.of(
                                new ContactLine(
                                        null, "张三", "总经理", "13800005678", "zhang@example.com")));
    }

    /** What the tab says; only the selected one is on the page. */
    private String tab(EnterpriseView view, int index) {
        $(TabSheet.class, view).single().setSelectedIndex(index);
        roundTrip();
        return textOf(view);
    }

    private Button button(com.vaadin.flow.component.Component within, String text) {
        return $(Button.class, within).all().stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static String textOf(com.vaadin.flow.component.Component component) {
        return component.getElement().getTextRecursively();
    }
}

package org.kaiyuan.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRecords;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.records.UnknownRecord;
import org.kaiyuan.platform.timeline.Commenting;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

@ActAsZone("panels-zone")
class RecordPanelsTest extends ViewTest {
    private static final ChangeWords WORDS =
            new ChangeWords() {
                @Override
                public String act(ChangeEntry change) {
                    return change.act();
                }

                @Override
                public String field(ChangeEntry change, String field) {
                    return field;
                }
            };

    @Autowired RecordPanels panels;
    @Autowired EnterpriseRegistration registration;
    @Autowired Attachments attachments;
    @Autowired Commenting commenting;
    @Autowired Zones zones;

    @Test
    void a_comment_is_edited_in_its_place_and_leaves_a_trace_when_it_is_removed() {
        var record = enterprise();
        commenting.comment(record, "第一版");
        var panel = shown(panels.timeline(record, WORDS));

        press(panel, "编辑");
        var text =
                $(TextArea.class, panel).all().stream()
                        .filter(field -> field.getValue().equals("第一版"))
                        .findFirst()
                        .orElseThrow();
        text.setValue("第二版");
        press(panel, "保存");
        assertThat(textOf(panel)).contains("第二版", "已编辑").doesNotContain("第一版");

        press(panel, "移除");
        confirm();
        assertThat(textOf(panel)).contains("这条评论已由").doesNotContain("第二版");
    }

    @Test
    void a_file_goes_after_a_question_and_the_page_hears_of_it() throws IOException {
        var record = enterprise();
        attach(record, "合同.txt");
        var heard = new int[1];
        var panel = shown(panels.files(record));
        panel.onChange(() -> heard[0]++);

        $(Button.class, panel).all().stream()
                .filter(button -> button.getAriaLabel().orElse("").equals("移除 合同.txt"))
                .findFirst()
                .ifPresent(button -> test(button).click());
        confirm();

        assertThat(textOf(panel)).contains("还没有附件").doesNotContain("合同.txt");
        assertThat(heard[0]).isEqualTo(1);
        assertThat(attachments.of(record, null, 5).items()).isEmpty();
    }

    @Test
    void more_than_a_page_is_read_by_the_page() throws IOException {
        var record = enterprise();
        for (int i = 0; i < 51; i++) {
            attach(record, i + ".txt");
        }
        var panel = shown(panels.files(record));
        assertThat($(Anchor.class, panel).all()).hasSize(50);

        press(panel, "更多");

        assertThat($(Anchor.class, panel).all()).hasSize(51);
    }

    @Test
    @ActAsZone(value = "panels-zone", permissions = EnterprisePermissions.READ)
    void who_may_only_read_fetches_and_changes_nothing() throws IOException {
        var record = zones.in("panels-zone", this::enterprise);
        zones.in("panels-zone", () -> attach(record, "合同.txt"));

        var files = shown(panels.files(record));
        var timeline = shown(panels.timeline(record, WORDS));

        assertThat($(Anchor.class, files).all()).hasSize(1);
        assertThat($(Upload.class, files).all()).isEmpty();
        assertThat($(Button.class, files).all()).filteredOn(Button::isVisible).isEmpty();
        assertThat($(TextArea.class, timeline).all()).isEmpty();
    }

    @Test
    void another_zone_sees_nothing() {
        var record = zones.in("panels-other", this::enterprise);

        assertThatThrownBy(() -> panels.files(record)).isInstanceOf(UnknownRecord.class);
        assertThatThrownBy(() -> panels.timeline(record, WORDS)).isInstanceOf(UnknownRecord.class);
    }

    private RecordRef enterprise() {
        return EnterpriseRecords.of(registration.register(EnterpriseProfile.named("面板有限公司")));
    }

    private AttachedFile attach(RecordRef record, String name) throws IOException {
        return attachments.attach(
                record, name, new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static <T extends Component> T shown(T panel) {
        UI.getCurrent().add(panel);
        return panel;
    }

    private void press(Component within, String text) {
        test($(Button.class, within).all().stream()
                        .filter(button -> Objects.equals(button.getText(), text))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private void confirm() {
        roundTrip();
        test($(ConfirmDialog.class).single()).confirm();
    }

    private static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }
}

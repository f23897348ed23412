package org.kaiyuan.ui.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.DuplicateChoice;
import org.kaiyuan.enterprises.EnterpriseImport;
import org.kaiyuan.enterprises.ExistingChoice;
import org.kaiyuan.enterprises.ImportDirectory;
import org.kaiyuan.enterprises.ImportField;
import org.kaiyuan.enterprises.ImportTarget;
import org.kaiyuan.platform.imports.ImportColumnsRefused;
import org.kaiyuan.platform.imports.ImportJob;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

@ActAsZone("import-view-zone")
class ImportViewTest extends ViewTest {
    @Autowired EnterpriseImport imports;
    @Autowired ImportDirectory directory;
    @Autowired Zones zones;

    @Test
    void columns_are_corrected_the_file_is_checked_and_then_imported() {
        var id = brought("甲,名称\n页面导入有限公司,某路\n,无名\n");
        var view = open(id);
        var columns = java.util.Objects.requireNonNull(view.columns);
        assertThat(columns.targets)
                .extracting(t -> t.field.getValue())
                .containsExactly(null, ImportField.NAME);
        columns.targets.get(0).field.setValue(ImportField.NAME);
        columns.targets.get(1).field.setValue(ImportField.ADDRESS);
        view.existing.setValue(ExistingChoice.OVERWRITE);

        test(view.check).click();
        assertThat(view.cancel.isAttached() || done(id)).isTrue();
        ended(id);
        view = open(id);

        assertThat(view.said.getText()).contains("没有写入任何数据");
        assertThat(view.figures.getElement().getTextRecursively()).contains("将新增");
        assertThat(test(view.errors).size()).isEqualTo(1);
        assertThat(test(view.errors).getRow(0).reasonKey()).isEqualTo("enterprises.import.name");

        test(view.load).click();
        ended(id);
        view = open(id);

        assertThat(view.said.getText()).contains("导入完成");
        assertThat(directory.status(id).added()).isEqualTo(1);
        assertThat(view.undo.isAttached()).isTrue();
        assertThat(view.load.isAttached()).isFalse();
    }

    @Test
    void the_year_of_a_figure_and_the_kind_of_a_certificate_are_asked_for_beside_it() {
        var id = brought("名称,2024年营业收入(万元),高企证书编号,别的\n年度页面公司,12,GR1,7\n");
        var columns = java.util.Objects.requireNonNull(open(id).columns);
        assertThat(columns.targets)
                .extracting(ImportTargetField::target)
                .containsExactly(
                        ImportTarget.of(ImportField.NAME),
                        new ImportTarget(ImportField.REVENUE_WAN, "2024"),
                        new ImportTarget(ImportField.QUALIFICATION_NUMBER, "HIGH_TECH"),
                        null);
        assertThat(columns.targets)
                .extracting(t -> t.of.isVisible())
                .containsExactly(false, true, true, false);

        columns.targets.get(1).of.setValue("2023");
        columns.targets.get(3).field.setValue(ImportField.EMPLOYEES);
        assertThat(columns.targets.get(3).of.isVisible()).isTrue();
        assertThatThrownBy(columns::mapping).isInstanceOf(ImportColumnsRefused.class);
        columns.targets.get(3).of.setValue("2023");

        assertThat(columns.mapping().columns())
                .contains(
                        new ImportTarget(ImportField.REVENUE_WAN, "2023"),
                        new ImportTarget(ImportField.EMPLOYEES, "2023"));
    }

    @Test
    void a_likely_duplicate_is_decided_on_the_page() {
        imported("名称,地址\n同名页面公司,\n");
        var id = imported("名称,地址\n同名页面公司,新址\n");
        var view = open(id);
        var likely = java.util.Objects.requireNonNull(view.likely);
        assertThat(test(likely.rows).size()).isEqualTo(1);

        var choices = test(likely.rows).getCellComponent(0, 3);
        assertThat(choices.getChildren()).hasSize(DuplicateChoice.values().length);
        choices.getChildren()
                .skip(DuplicateChoice.SAME_RECORD.ordinal())
                .map(Button.class::cast)
                .forEach(Button::click);

        assertThat(directory.status(id).changed()).isEqualTo(1);
        assertThat(directory.status(id).undecided()).isZero();
    }

    @Test
    void earlier_imports_are_listed() {
        var id = imported("名称\n列表里的公司\n");

        var view = navigate(ImportView.class);

        assertThat(test(view.earlier).getRow(0).id()).isEqualTo(id);
    }

    @Test
    void another_zone_sees_nothing() {
        UUID id = zones.in("import-view-other", () -> brought("名称\n别区公司\n"));

        var view = open(id);

        assertThat(view.getElement().getTextRecursively())
                .contains("没有这次导入")
                .doesNotContain("企业.csv");
    }

    private ImportJobView open(UUID id) {
        return navigate(ImportJobView.class, Map.of("id", id.toString()));
    }

    private UUID brought(String text) {
        return imports.bring(
                "企业.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private UUID imported(String text) {
        var id =
                imports.start(
                        "企业.csv",
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        ExistingChoice.OVERWRITE);
        ended(id);
        return id;
    }

    private boolean done(UUID id) {
        return !directory.status(id).isUnderWay();
    }

    private ImportJob ended(UUID id) {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> done(id));
        return directory.status(id);
    }
}

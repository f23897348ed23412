package org.kaiyuan.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.Choice;
import org.kaiyuan.services.Comparison;
import org.kaiyuan.services.Condition;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormDefinition;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.FormSection;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.Prefill;

/** Made-up forms ({@code service_fields.csv}) and papers ({@code service_papers.csv}), by the names that {@code services.csv} gives them. */
final class ServiceForms {
    /** Who asks: stands at the head of every form. */
    private static final String APPLICANT = "applicant";

    /** For who asks for no papers. */
    private static final String NONE = "none";

    private final Map<String, List<SeedFile.Row>> fields = by("service_fields.csv", "form");
    private final Map<String, List<SeedFile.Row>> papers = by("service_papers.csv", "papers");

    private static Map<String, List<SeedFile.Row>> by(String file, String heading) {
        return SeedFile.read(file).rows().stream()
                .collect(Collectors.groupingBy(row -> row.get(heading)));
    }

    FormDefinition form(String name) {
        return new FormDefinition(List.of(section(APPLICANT), section(name)));
    }

    private FormSection section(String name) {
        var rows = named(fields, name);
        return new FormSection(
                rows.getFirst().get("section"),
                rows.getFirst().get("section_en"),
                rows.stream().map(ServiceForms::field).toList());
    }

    private static FormField field(SeedFile.Row row) {
        return new FormField(
                row.get("key"),
                FieldKind.valueOf(row.get("kind")),
                row.get("label"),
                said(row, "label_en"),
                null,
                yes(row, "required"),
                said(row, "unit"),
                row.list("choices").stream().map(ServiceForms::choice).toList(),
                number(row, "least"),
                number(row, "most"),
                said(row, "longest") == null ? null : Integer.valueOf(row.get("longest")),
                row.list("columns").stream().map(ServiceForms::column).toList(),
                said(row, "prefill") == null ? null : Prefill.valueOf(row.get("prefill")),
                conditions(row.list("when")));
    }

    private static Choice choice(String said) {
        var parts = said.split(":");
        return new Choice(parts[0], parts[1], parts[2]);
    }

    private static FormField column(String said) {
        var parts = said.split(":");
        return FormField.of(parts[0], FieldKind.valueOf(parts[1]), parts[2], true);
    }

    private static List<Condition> conditions(List<String> said) {
        return said.isEmpty()
                ? List.of()
                : List.of(
                        new Condition(
                                said.getFirst(), Comparison.IS, said.subList(1, said.size())));
    }

    /** @param deferral whether the service lets some of them come later */
    List<Material> papers(String name, boolean deferral) {
        var rows = name.equals(NONE) ? Stream.<SeedFile.Row>empty() : named(papers, name).stream();
        return rows.map(row -> paper(row, deferral)).toList();
    }

    private static Material paper(SeedFile.Row row, boolean deferral) {
        boolean held = yes(row, "held");
        return new Material(
                row.get("key"),
                row.get("name"),
                row.get("name_en"),
                Integer.parseInt(row.get("originals")),
                Integer.parseInt(row.get("copies")),
                yes(row, "required"),
                deferral && yes(row, "deferrable"),
                held,
                held ? "园区已有，无需提交" : null,
                List.of(),
                List.of());
    }

    private static List<SeedFile.Row> named(Map<String, List<SeedFile.Row>> all, String name) {
        var rows = all.get(name);
        if (rows == null) {
            throw new IllegalArgumentException("No form or papers " + name);
        }
        return rows;
    }

    private static boolean yes(SeedFile.Row row, String heading) {
        return row.get(heading).equals("yes");
    }

    private static @Nullable String said(SeedFile.Row row, String heading) {
        var value = row.get(heading);
        return value.isEmpty() ? null : value;
    }

    private static @Nullable BigDecimal number(SeedFile.Row row, String heading) {
        var value = said(row, heading);
        return value == null ? null : new BigDecimal(value);
    }
}

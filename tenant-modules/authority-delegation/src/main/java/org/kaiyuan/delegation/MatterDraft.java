package org.kaiyuan.delegation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.platform.search.names.ChineseText;

/**
 * What is said of a matter.
 *
 * @param code 事项编码; null where the catalogue gives none
 * @param basicCode code of the national basic catalogue (基本目录)
 * @param field 领域, such as 工程建设
 * @param bases at most {@link #MOST_BASES}
 */
public record MatterDraft(
        @Nullable String code,
        @Nullable String basicCode,
        String name,
        MatterKind kind,
        @Nullable String field,
        List<LegalBasis> bases) {
    static final int MOST_BASES = 50;
    private static final int LONGEST_CODE = 80;
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_FIELD = 60;

    public MatterDraft {
        code = tidy(code);
        basicCode = tidy(basicCode);
        name = ChineseText.storable(name).strip();
        field = tidy(field);
        bases = List.copyOf(bases);
    }

    private static @Nullable String tidy(@Nullable String text) {
        return text == null || text.isBlank() ? null : ChineseText.storable(text).strip();
    }

    /** @throws DelegationFieldsRefused when something is missing or too long */
    void check() {
        var faults = new ArrayList<FieldFault>();
        if (name.isEmpty()) {
            faults.add(new FieldFault("name", "delegation.rule.required", List.of()));
        }
        DelegationFieldsRefused.longer(faults, "name", name, LONGEST_NAME);
        DelegationFieldsRefused.longer(faults, "code", code, LONGEST_CODE);
        DelegationFieldsRefused.longer(faults, "basicCode", basicCode, LONGEST_CODE);
        DelegationFieldsRefused.longer(faults, "field", field, LONGEST_FIELD);
        if (bases.size() > MOST_BASES) {
            faults.add(new FieldFault("bases", "delegation.rule.most", List.of(MOST_BASES)));
        }
        for (int i = 0; i < bases.size(); i++) {
            var basis = bases.get(i);
            if (basis.title().isEmpty()) {
                faults.add(
                        new FieldFault(
                                "bases[" + i + "].title", "delegation.rule.required", List.of()));
            }
            DelegationFieldsRefused.longer(
                    faults, "bases[" + i + "].title", basis.title(), LONGEST_NAME);
            DelegationFieldsRefused.day(faults, "bases[" + i + "].since", basis.since());
            DelegationFieldsRefused.longer(
                    faults, "bases[" + i + "].article", basis.article(), LONGEST_NAME);
        }
        DelegationFieldsRefused.refuse(faults);
    }
}

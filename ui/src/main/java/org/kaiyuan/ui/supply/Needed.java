package org.kaiyuan.ui.supply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.plots.PlotFieldsRefused;

/** What a use case cannot be asked without; tells all that is missing at once, in the words of its refusals. */
final class Needed {
    private final List<FieldFault> missing = new ArrayList<>();

    /** A day that is missing stands for nothing: {@link #refuse()} comes before it is used. */
    LocalDate day(String key, @Nullable LocalDate day) {
        return day == null ? missing(key, LocalDate.EPOCH) : day;
    }

    <T> T of(String key, @Nullable T value, T otherwise) {
        return value == null ? missing(key, otherwise) : value;
    }

    String text(String key, String typed) {
        return typed.isBlank() ? missing(key, "") : typed.strip();
    }

    /** @throws PlotFieldsRefused names every field that is missing */
    void refuse() {
        if (!missing.isEmpty()) {
            throw new PlotFieldsRefused(missing);
        }
    }

    static @Nullable String perhaps(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    private <T> T missing(String key, T otherwise) {
        missing.add(new FieldFault(key, "plots.rule.required", List.of()));
        return otherwise;
    }
}

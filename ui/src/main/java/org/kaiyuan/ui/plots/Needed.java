package org.kaiyuan.ui.plots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.plots.PlotFieldsRefused;

/** What a use case cannot be asked without; tells all that is missing at once, in the words of its refusals. */
public final class Needed {
    private final List<FieldFault> missing = new ArrayList<>();

    /** A day that is missing stands for nothing: {@link #refuse()} comes before it is used. */
    public LocalDate day(String key, @Nullable LocalDate day) {
        return day == null ? missing(key, LocalDate.EPOCH) : day;
    }

    public <T> T of(String key, @Nullable T value, T otherwise) {
        return value == null ? missing(key, otherwise) : value;
    }

    /** There after {@link #refuse()}. */
    public <T> Optional<T> given(String key, @Nullable T value) {
        return value == null ? missing(key, Optional.empty()) : Optional.of(value);
    }

    public String text(String key, String typed) {
        return typed.isBlank() ? missing(key, "") : typed.strip();
    }

    /** @throws PlotFieldsRefused names every field that is missing */
    public void refuse() {
        if (!missing.isEmpty()) {
            throw new PlotFieldsRefused(missing);
        }
    }

    public static @Nullable String perhaps(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    private <T> T missing(String key, T otherwise) {
        missing.add(new FieldFault(key, "plots.rule.required", List.of()));
        return otherwise;
    }
}

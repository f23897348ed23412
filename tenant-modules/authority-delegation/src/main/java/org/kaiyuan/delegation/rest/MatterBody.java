package org.kaiyuan.delegation.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.LegalBasis;
import org.kaiyuan.delegation.MatterDraft;
import org.kaiyuan.delegation.MatterKind;

/** What is said of a matter. */
record MatterBody(
        @Nullable String code,
        @Nullable String basicCode,
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) MatterKind kind,
        @Nullable String field,
        @Nullable List<LegalBasis> bases) {
    MatterDraft draft() {
        return new MatterDraft(
                code, basicCode, name, kind, field, bases == null ? List.of() : bases);
    }

    static MatterBody of(MatterDraft said) {
        return new MatterBody(
                said.code(),
                said.basicCode(),
                said.name(),
                said.kind(),
                said.field(),
                said.bases());
    }
}

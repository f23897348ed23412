package org.kaiyuan.delegation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matter (事项) as the catalogue of the zone has it.
 *
 * @param basisState the worst of its bases
 * @param shared whether it comes from the shared catalogue: what that says of it is taken over
 * @param version a change names the one that it is based on
 */
public record Matter(
        MatterId id,
        @Nullable String code,
        @Nullable String basicCode,
        String name,
        MatterKind kind,
        @Nullable String field,
        List<LegalBasis> bases,
        BasisState basisState,
        boolean shared,
        long version) {
    public Matter {
        bases = List.copyOf(bases);
    }
}

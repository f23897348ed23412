package org.kaiyuan.ui.openpowers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.BoundaryShare;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.Duty;
import org.kaiyuan.delegation.EmpowermentArea;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.LegalBasis;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.delegation.ShownEntry;

/** An entry as the JSON file has it: names that stay, whatever becomes of our own. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record PublicEntry(
        String id,
        String matter,
        @Nullable String code,
        @Nullable String basicCode,
        MatterKind kind,
        @Nullable String field,
        EntryAct act,
        @Nullable String ends,
        String originalAuthority,
        String receivingBody,
        DelegationMode mode,
        @Nullable String subPark,
        @Nullable String category,
        @Nullable BigDecimal mostYuan,
        @Nullable String conditions,
        LocalDate effectiveOn,
        @Nullable LocalDate handoverOn,
        @Nullable LocalDate expiresOn,
        @Nullable String document,
        @Nullable LocalDate decidedOn,
        @Nullable String issuer,
        @Nullable String letter,
        @Nullable EmpowermentArea area,
        @Nullable Integer batch,
        List<LegalBasis> bases,
        List<Duty> duties,
        List<BoundaryShare> shares,
        @Nullable String remarks) {
    static PublicEntry of(ShownEntry entry) {
        var matter = entry.matter();
        var note = entry.note();
        var more = note.particulars();
        return new PublicEntry(
                entry.id().toString(),
                matter.name(),
                matter.code(),
                matter.basicCode(),
                matter.kind(),
                matter.field(),
                note.act(),
                text(note.ends()),
                note.originalAuthority(),
                note.receivingBody(),
                note.mode(),
                note.subPark(),
                note.category(),
                note.scope().mostYuan(),
                note.scope().conditions(),
                note.effectiveOn(),
                note.handoverOn(),
                note.expiresOn(),
                note.document().number(),
                note.document().decidedOn(),
                note.document().issuer(),
                note.letter().number(),
                more.area(),
                more.batch(),
                matter.bases(),
                more.duties(),
                more.shares(),
                note.remarks());
    }

    private static @Nullable String text(@Nullable EntryId id) {
        return id == null ? null : id.toString();
    }
}

package org.kaiyuan.delegation.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.BoundaryShare;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.Duty;
import org.kaiyuan.delegation.EmpowermentArea;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.MatterId;

/**
 * What an entry says, in one level: its fields have the names that differences and refusals give them.
 *
 * @param act without it a grant
 * @param paper id of the decision's record; what is not said of it is taken from there
 * @param letterPaper id of the letter's record
 */
record PowerEntryBody(
        @JsonProperty(required = true) UUID matter,
        @Nullable EntryAct act,
        @Nullable UUID ends,
        @JsonProperty(required = true) String originalAuthority,
        @JsonProperty(required = true) String receivingBody,
        @JsonProperty(required = true) DelegationMode mode,
        @Nullable String subPark,
        @Nullable String category,
        @Nullable BigDecimal mostYuan,
        @Nullable String conditions,
        @JsonProperty(required = true) LocalDate effectiveOn,
        @Nullable LocalDate handoverOn,
        @Nullable LocalDate expiresOn,
        @Nullable UUID paper,
        @Nullable String document,
        @Nullable LocalDate decidedOn,
        @Nullable String issuer,
        @Nullable UUID letterPaper,
        @Nullable String letter,
        @Nullable EmpowermentArea area,
        @Nullable Integer batch,
        @Nullable List<Duty> duties,
        @Nullable List<BoundaryShare> shares,
        @Nullable String remarks) {

    EntryNote note() {
        return new EntryNote(
                new MatterId(matter),
                act == null ? EntryAct.GRANT : act,
                ends == null ? null : new EntryId(ends),
                originalAuthority,
                receivingBody,
                mode,
                new EntryNote.Scope(subPark, category, mostYuan, conditions),
                new EntryNote.Days(effectiveOn, handoverOn, expiresOn),
                new EntryNote.Paper(paper, document, decidedOn, issuer),
                new EntryNote.Paper(letterPaper, letter, null, null),
                new EntryNote.Particulars(
                        area,
                        batch,
                        duties == null ? List.of() : duties,
                        shares == null ? List.of() : shares),
                remarks);
    }

    static PowerEntryBody of(EntryNote n) {
        var more = n.particulars();
        return new PowerEntryBody(
                n.matter().value(),
                n.act(),
                n.ends() == null ? null : n.ends().value(),
                n.originalAuthority(),
                n.receivingBody(),
                n.mode(),
                n.subPark(),
                n.category(),
                n.scope().mostYuan(),
                n.scope().conditions(),
                n.effectiveOn(),
                n.handoverOn(),
                n.expiresOn(),
                n.document().id(),
                n.document().number(),
                n.document().decidedOn(),
                n.document().issuer(),
                n.letter().id(),
                n.letter().number(),
                more.area(),
                more.batch(),
                more.duties(),
                more.shares(),
                n.remarks());
    }

    static @Nullable PowerEntryBody maybe(@Nullable EntryNote note) {
        return note == null ? null : of(note);
    }
}

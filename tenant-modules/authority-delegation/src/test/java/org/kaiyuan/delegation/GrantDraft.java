package org.kaiyuan.delegation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A grant that a test makes: 直接下放 of the city's planning office to the park, but for what the test says. */
public final class GrantDraft {
    private MatterId matter;
    private String authority = "市发展和改革委员会";
    private String body = "经开区行政审批局";
    private DelegationMode mode = DelegationMode.DIRECT;
    private @Nullable String place;
    private @Nullable String category;
    private @Nullable BigDecimal mostYuan;
    private LocalDate from = LocalDate.of(2026, 4, 1);
    private @Nullable LocalDate handover;
    private @Nullable LocalDate to;
    private @Nullable LocalDate decided = LocalDate.of(2026, 3, 2);
    private @Nullable String letter;
    private EntryNote.Particulars particulars = EntryNote.Particulars.NONE;

    public GrantDraft(MatterId matter) {
        this.matter = matter;
    }

    public GrantDraft about(MatterId other) {
        matter = other;
        return this;
    }

    public GrantDraft authority(String other) {
        authority = other;
        return this;
    }

    public GrantDraft body(String other) {
        body = other;
        return this;
    }

    public GrantDraft mode(DelegationMode other) {
        mode = other;
        return this;
    }

    public GrantDraft place(@Nullable String other) {
        place = other;
        return this;
    }

    public GrantDraft category(@Nullable String other) {
        category = other;
        return this;
    }

    public GrantDraft mostYuan(@Nullable BigDecimal other) {
        mostYuan = other;
        return this;
    }

    public GrantDraft from(LocalDate other) {
        from = other;
        return this;
    }

    public GrantDraft handover(@Nullable LocalDate other) {
        handover = other;
        return this;
    }

    public GrantDraft to(@Nullable LocalDate other) {
        to = other;
        return this;
    }

    public GrantDraft decided(@Nullable LocalDate other) {
        decided = other;
        return this;
    }

    public GrantDraft letter(@Nullable String other) {
        letter = other;
        return this;
    }

    public GrantDraft with(EntryNote.Particulars other) {
        particulars = other;
        return this;
    }

    public EntryNote note() {
        return new EntryNote(
                matter,
                EntryAct.GRANT,
                null,
                authority,
                body,
                mode,
                new EntryNote.Scope(place, category, mostYuan, null),
                new EntryNote.Days(from, handover, to),
                new EntryNote.Paper(null, "德府发〔2026〕1号", decided, "德阳市人民政府"),
                new EntryNote.Paper(null, letter, null, null),
                particulars,
                null);
    }

    /** With an id of its own. */
    public WrittenEntry entry() {
        return new WrittenEntry(EntryId.next(), note());
    }

    /** An entry that ends a grant. */
    public static EntryNote end(EntryAct act, EntryId grant, EntryNote of, LocalDate on) {
        return new EntryNote(
                of.matter(),
                act,
                grant,
                of.originalAuthority(),
                of.receivingBody(),
                of.mode(),
                of.scope(),
                EntryNote.Days.from(on),
                EntryNote.Paper.NONE,
                EntryNote.Paper.NONE,
                EntryNote.Particulars.NONE,
                null);
    }
}

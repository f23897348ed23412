package org.kaiyuan.delegation.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.BasisState;
import org.kaiyuan.delegation.DraftedEntry;
import org.kaiyuan.delegation.Edition;
import org.kaiyuan.delegation.EntryDifference;
import org.kaiyuan.delegation.EntryRow;
import org.kaiyuan.delegation.Finding;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.delegation.PowerList;
import org.kaiyuan.delegation.PowerListKind;
import org.kaiyuan.delegation.WrittenEntry;
import org.kaiyuan.platform.refusal.Messages;

/** Forms of what the API says of lists. */
final class PowerAnswers {
    private PowerAnswers() {}

    /** A list and what becomes of it next. */
    record PowerListAnswer(
            UUID id,
            PowerListKind kind,
            String title,
            PowerList.State state,
            int version,
            @Nullable Instant publishedAt,
            int entries,
            int drafted,
            @Nullable Instant checkedAt,
            @Nullable String checkedBy) {
        static PowerListAnswer of(PowerList list) {
            return new PowerListAnswer(
                    list.id().value(),
                    list.kind(),
                    list.title(),
                    list.state(),
                    list.edition(),
                    list.publishedAt(),
                    list.entries(),
                    list.drafted(),
                    list.checkedAt(),
                    list.checkedName());
        }
    }

    /** A version as it was published. */
    record PowerListVersion(
            UUID list,
            int version,
            Instant publishedAt,
            String publishedBy,
            @Nullable String note,
            @Nullable String waived,
            int findings,
            int entries) {
        static PowerListVersion of(Edition edition) {
            return new PowerListVersion(
                    edition.list().value(),
                    edition.number(),
                    edition.publishedAt(),
                    edition.publishedName(),
                    edition.note(),
                    edition.waived(),
                    edition.findings(),
                    edition.entries());
        }
    }

    /** An entry by itself. */
    record PowerEntry(UUID id, PowerEntryBody says) {
        static PowerEntry of(WrittenEntry entry) {
            return new PowerEntry(entry.id().value(), PowerEntryBody.of(entry.note()));
        }

        static List<PowerEntry> all(List<WrittenEntry> entries) {
            return entries.stream().map(PowerEntry::of).toList();
        }
    }

    /** An entry with its list and its matter. */
    record PowerEntryLine(
            UUID id,
            UUID list,
            @Nullable String matterCode,
            String matterName,
            MatterKind matterKind,
            @Nullable String matterField,
            BasisState basisState,
            PowerEntryBody says) {
        static PowerEntryLine of(EntryRow row) {
            return new PowerEntryLine(
                    row.id().value(),
                    row.list().value(),
                    row.matterCode(),
                    row.matterName(),
                    row.matterKind(),
                    row.matterField(),
                    row.basisState(),
                    PowerEntryBody.of(row.note()));
        }
    }

    record PowerEntryList(List<PowerEntryLine> items, @Nullable String next) {}

    /** What the draft says differently of an entry. */
    record DraftedPowerEntry(
            UUID id,
            EntryDifference.Kind kind,
            String matterName,
            int version,
            Instant editedAt,
            String editedBy,
            @Nullable PowerEntryBody now,
            @Nullable PowerEntryBody next) {
        static DraftedPowerEntry of(DraftedEntry entry) {
            return new DraftedPowerEntry(
                    entry.id().value(),
                    entry.kind(),
                    entry.matterName(),
                    entry.version(),
                    entry.editedAt(),
                    entry.editedName(),
                    PowerEntryBody.maybe(entry.now()),
                    PowerEntryBody.maybe(entry.next()));
        }
    }

    /** What a field said before and says after. */
    record PowerFieldDifference(String field, @Nullable Object before, @Nullable Object after) {}

    /** What became of an entry. */
    record PowerEntryDifference(
            UUID id,
            EntryDifference.Kind kind,
            String matterName,
            List<PowerFieldDifference> fields) {
        static PowerEntryDifference of(EntryDifference difference) {
            return new PowerEntryDifference(
                    difference.id().value(),
                    difference.kind(),
                    difference.matterName(),
                    difference.fields().stream()
                            .map(field ->
                                    new PowerFieldDifference(
                                            field.name(), field.before(), field.after()))
                            .toList());
        }
    }

    /** What stands against publishing. */
    record PowerFinding(
            @Nullable UUID entry,
            @Nullable String matterName,
            String rule,
            String message,
            String source) {
        static PowerFinding of(Finding finding, Messages messages) {
            return new PowerFinding(
                    finding.entry() == null ? null : finding.entry().value(),
                    finding.matterName(),
                    finding.rule(),
                    messages.text(finding.messageKey(), finding.arguments().toArray()),
                    messages.text(finding.sourceKey()));
        }
    }

    record PowerFindingList(List<PowerFinding> items) {
        static PowerFindingList of(List<Finding> findings, Messages messages) {
            return new PowerFindingList(
                    findings.stream().map(one -> PowerFinding.of(one, messages)).toList());
        }
    }
}

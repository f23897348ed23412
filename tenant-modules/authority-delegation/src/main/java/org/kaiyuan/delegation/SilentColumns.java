package org.kaiyuan.delegation;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a file has no column for stays as the list says it. */
final class SilentColumns {
    private SilentColumns() {}

    static EntryNote keep(EntryNote now, EntryNote said, Set<ListImportField> present) {
        boolean document = present.contains(ListImportField.DOCUMENT);
        boolean dated = present.contains(ListImportField.EFFECTIVE_ON);
        var more = said.particulars();
        return new EntryNote(
                now.matter(),
                now.act(),
                now.ends(),
                present.contains(ListImportField.ORIGINAL_AUTHORITY)
                        ? said.originalAuthority()
                        : now.originalAuthority(),
                present.contains(ListImportField.RECEIVING_BODY)
                        ? said.receivingBody()
                        : now.receivingBody(),
                present.contains(ListImportField.MODE) ? said.mode() : now.mode(),
                new EntryNote.Scope(
                        of(present, ListImportField.SUB_PARK, said.subPark(), now.subPark()),
                        of(present, ListImportField.CATEGORY, said.category(), now.category()),
                        of(
                                present,
                                ListImportField.MOST_YUAN,
                                said.scope().mostYuan(),
                                now.scope().mostYuan()),
                        of(
                                present,
                                ListImportField.CONDITIONS,
                                said.scope().conditions(),
                                now.scope().conditions())),
                new EntryNote.Days(
                        // without a day of its own and with the same paper, the day is still the
                        // same
                        dated || document && !samePaper(now, said)
                                ? said.effectiveOn()
                                : now.effectiveOn(),
                        of(
                                present,
                                ListImportField.HANDOVER_ON,
                                said.handoverOn(),
                                now.handoverOn()),
                        of(present, ListImportField.EXPIRES_ON, said.expiresOn(), now.expiresOn())),
                document && !samePaper(now, said) ? said.document() : now.document(),
                present.contains(ListImportField.LETTER)
                                && !Objects.equals(said.letter().number(), now.letter().number())
                        ? said.letter()
                        : now.letter(),
                new EntryNote.Particulars(
                        of(present, ListImportField.AREA, more.area(), now.particulars().area()),
                        of(present, ListImportField.BATCH, more.batch(), now.particulars().batch()),
                        present.contains(ListImportField.DUTIES)
                                ? more.duties()
                                : now.particulars().duties(),
                        more.shares().isEmpty() ? now.particulars().shares() : more.shares()),
                present.contains(ListImportField.REMARKS) || said.remarks() != null
                        ? said.remarks()
                        : now.remarks());
    }

    private static boolean samePaper(EntryNote now, EntryNote said) {
        return Objects.equals(now.document().number(), said.document().number());
    }

    private static <T> @Nullable T of(
            Set<ListImportField> present,
            ListImportField column,
            @Nullable T said,
            @Nullable T now) {
        return present.contains(column) ? said : now;
    }
}

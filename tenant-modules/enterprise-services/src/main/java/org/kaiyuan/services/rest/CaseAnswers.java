package org.kaiyuan.services.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseChannel;
import org.kaiyuan.services.CaseCourse;
import org.kaiyuan.services.CaseEvent;
import org.kaiyuan.services.CaseLetter;
import org.kaiyuan.services.CaseMaterial;
import org.kaiyuan.services.CaseOpinion;
import org.kaiyuan.services.CaseOutcome;
import org.kaiyuan.services.CaseRow;
import org.kaiyuan.services.CaseRuling;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.CaseStop;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.LetterKind;
import org.kaiyuan.services.MaterialState;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.StepKind;
import org.kaiyuan.services.WaitingFor;

/** Cases as the API tells them; the phone of who handed in is masked. */
final class CaseAnswers {
    private CaseAnswers() {}

    record CaseLine(
            UUID id,
            long version,
            String receipt,
            UUID service,
            String title,
            ServiceTrack track,
            @Nullable UUID enterprise,
            String enterpriseName,
            CaseState state,
            WaitingFor waitingFor,
            CaseChannel channel,
            Instant submittedAt,
            @Nullable LocalDate dueOn,
            @Nullable Integer remaining,
            boolean overdue,
            boolean stopped,
            @Nullable String team,
            @Nullable String owner,
            @Nullable String ownerName,
            @Nullable CaseOutcome outcome) {
        static CaseLine of(CaseRow row) {
            var enterprise = row.enterprise();
            return new CaseLine(
                    row.id().value(),
                    row.version(),
                    row.receipt(),
                    row.service().value(),
                    row.title(),
                    row.track(),
                    enterprise == null ? null : enterprise.value(),
                    row.enterpriseName(),
                    row.state(),
                    row.waitingFor(),
                    row.channel(),
                    row.submittedAt(),
                    row.dueOn(),
                    row.remaining(),
                    row.overdue(),
                    row.stopped(),
                    row.team(),
                    row.owner(),
                    row.ownerName(),
                    row.outcome());
        }
    }

    /** A page; {@code next} is null on the last one. */
    record CaseList(List<CaseLine> items, @Nullable String next) {}

    record CaseMaterialAnswer(
            String key,
            String name,
            boolean required,
            MaterialState state,
            @Nullable String remark,
            List<UUID> files) {
        static CaseMaterialAnswer of(CaseMaterial of) {
            return new CaseMaterialAnswer(
                    of.material().key(),
                    of.material().name(),
                    of.material().required(),
                    of.state(),
                    of.remark(),
                    of.files().stream().map(file -> file.id().value()).toList());
        }
    }

    record CaseLetterAnswer(
            UUID id,
            LetterKind kind,
            String number,
            String title,
            String body,
            LocalDate on,
            String signedName) {
        static CaseLetterAnswer of(CaseLetter letter) {
            return new CaseLetterAnswer(
                    letter.id().value(),
                    letter.kind(),
                    letter.number(),
                    letter.title(),
                    letter.body(),
                    letter.on(),
                    letter.signedName());
        }
    }

    /** @param entry of the list of powers; null where none is used */
    record CaseRulingAnswer(
            CaseCourse course,
            @Nullable String body,
            @Nullable UUID entry,
            @Nullable String why,
            @Nullable String basis,
            LocalDate asOf) {
        static @Nullable CaseRulingAnswer of(@Nullable CaseRuling ruling) {
            if (ruling == null) {
                return null;
            }
            var entry = ruling.entry();
            var why = ruling.why();
            return new CaseRulingAnswer(
                    ruling.course(),
                    ruling.body(),
                    entry == null ? null : entry.value(),
                    why == null ? null : why.name(),
                    ruling.basis(),
                    ruling.asOf());
        }
    }

    record CaseFileAnswer(
            UUID id,
            @Nullable String material,
            String name,
            String mediaType,
            long bytes,
            String sha256,
            Instant at) {
        static CaseFileAnswer of(AttachedFile file, @Nullable String material) {
            return new CaseFileAnswer(
                    file.id().value(),
                    material,
                    file.name(),
                    file.mediaType(),
                    file.bytes(),
                    file.sha256(),
                    file.at());
        }
    }

    record CaseFileList(List<CaseFileAnswer> items, @Nullable String next) {}

    /** @param acts that whoever asks may do next */
    record CaseAnswer(
            CaseLine summary,
            String serviceCode,
            int edition,
            @Nullable String creditCode,
            String applicant,
            String phone,
            StepKind step,
            FormAnswers answers,
            List<CaseMaterialAnswer> materials,
            List<CaseEvent> events,
            List<CaseStop> stops,
            List<CaseOpinion> opinions,
            List<CaseLetterAnswer> letters,
            @Nullable CaseRulingAnswer ruling,
            @Nullable CaseRulingAnswer rulingNow,
            @Nullable String supplementAsked,
            @Nullable LocalDate supplementDueOn,
            @Nullable LocalDate deferredDueOn,
            @Nullable String extensionAsked,
            boolean pledged,
            @Nullable String decision,
            @Nullable String deliveredHow,
            @Nullable String archiveHash,
            @Nullable UUID partOf,
            List<CaseLine> parts,
            Set<CaseAct> acts) {
        static CaseAnswer of(CaseSheet sheet) {
            var partOf = sheet.partOf();
            return new CaseAnswer(
                    CaseLine.of(sheet.row()),
                    sheet.serviceCode(),
                    sheet.edition(),
                    sheet.creditCode(),
                    sheet.applicant().name(),
                    masked(sheet.applicant().phone()),
                    sheet.step(),
                    sheet.answers(),
                    sheet.materials().stream().map(CaseMaterialAnswer::of).toList(),
                    sheet.events(),
                    sheet.stops(),
                    sheet.opinions(),
                    sheet.letters().stream().map(CaseLetterAnswer::of).toList(),
                    CaseRulingAnswer.of(sheet.ruling()),
                    CaseRulingAnswer.of(sheet.rulingNow()),
                    sheet.supplementAsked(),
                    sheet.supplementDueOn(),
                    sheet.deferredDueOn(),
                    sheet.extensionAsked(),
                    sheet.pledged(),
                    sheet.decision(),
                    sheet.deliveredHow(),
                    sheet.archiveHash(),
                    partOf == null ? null : partOf.value(),
                    sheet.parts().stream().map(CaseLine::of).toList(),
                    new TreeSet<>(sheet.acts()));
        }

        private static String masked(String phone) {
            return phone.length() < 8
                    ? "*".repeat(phone.length())
                    : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
        }
    }
}

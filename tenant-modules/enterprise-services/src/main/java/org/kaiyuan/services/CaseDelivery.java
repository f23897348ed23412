package org.kaiyuan.services;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.domain.CaseCourseOfLife;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 送达 and 归档. */
@Service
@Transactional
@PreAuthorize("hasRole('" + ServicesPermissions.HANDLE + "')")
public class CaseDelivery {
    private static final int LONGEST_PROOF = 500;

    private final CaseStore store;
    private final ServiceStore services;
    private final CaseGate gate;
    private final CaseBundles bundles;
    private final LetterWriting letters;
    private final ArchivePackages packages;
    private final Clock clock;

    CaseDelivery(
            CaseStore store,
            ServiceStore services,
            CaseGate gate,
            CaseBundles bundles,
            LetterWriting letters,
            ArchivePackages packages,
            Clock clock) {
        this.store = store;
        this.services = services;
        this.gate = gate;
        this.bundles = bundles;
        this.letters = letters;
        this.packages = packages;
        this.clock = clock;
    }

    /**
     * Of a bundle all parts that are not delivered yet.
     *
     * @param on not before the decision, not after today
     * @param proof who received it, number of the post, or the file that shows it
     */
    public void deliver(CaseId id, DeliveryWay way, LocalDate on, String proof, long basedOn) {
        var faults = new ArrayList<FieldFault>();
        ServicesFieldsRefused.required(faults, "proof", proof);
        ServicesFieldsRefused.longer(faults, "proof", proof, LONGEST_PROOF);
        ServicesFieldsRefused.refuse(faults);
        var held = store.hold(id, basedOn);
        gate.allowed(held, note(held), CaseAct.DELIVER);
        refuseOutside(held, on);
        if (!held.bundle()) {
            one(held, way, on, proof.strip());
            return;
        }
        for (var part : store.parts(id)) {
            if (part.state() == CaseState.DECIDED) {
                gate.allowed(part, note(part), CaseAct.DELIVER);
                refuseOutside(part, on);
                one(part, way, on, proof.strip());
            }
        }
    }

    private void one(Held held, DeliveryWay way, LocalDate on, String proof) {
        store.change(
                held.id(),
                "delivered_on = ?, delivered_way = ?, delivered_proof = ?, ended_on = ?",
                on,
                way.name(),
                proof,
                on);
        store.become(held, CaseState.DELIVERED, StepKind.ARCHIVE, note(held));
        store.happened(
                held, CaseAct.DELIVER, StepKind.DELIVER, on, letters.word(way) + "；" + proof, true);
        store.settle(held.id());
        bundles.follow(held.id());
    }

    /**
     * Writes the archive package: index, all files, hash. Of a bundle those of its parts first. What was not accepted or was
     * withdrawn stays that.
     *
     * @throws CaseRefused when parts of a bundle have not ended
     */
    public void archive(CaseId id, long basedOn) {
        var held = store.hold(id, basedOn);
        gate.allowed(held, note(held), CaseAct.ARCHIVE);
        var parts = store.parts(id);
        var open =
                parts.stream()
                        .filter(part -> !CaseCourseOfLife.hasEnded(part.state()))
                        .map(Held::title)
                        .toList();
        if (!open.isEmpty()) {
            throw new CaseRefused("services.refusal.case.partsOpen", open);
        }
        for (var part : parts) {
            if (part.archivedAt() == null) {
                gate.allowed(part, note(part), CaseAct.ARCHIVE);
                file(part);
            }
        }
        file(held);
    }

    private void file(Held held) {
        store.change(
                held.id(),
                "archived_at = ?",
                Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)));
        var package_ = packages.of(held.id());
        String hash;
        try {
            hash = packages.write(package_, OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store.change(held.id(), "archive_sha256 = ?", hash);
        if (held.state() == CaseState.DELIVERED) {
            store.become(held, CaseState.ARCHIVED, StepKind.ARCHIVE);
        }
        store.happened(held, CaseAct.ARCHIVE, StepKind.ARCHIVE, LocalDate.now(clock), hash, false);
        store.settle(held.id());
    }

    private void refuseOutside(Held held, LocalDate on) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new ServicesFieldsRefused("on", "services.case.rule.future");
        }
        var decided = held.decidedOn();
        if (decided != null && on.isBefore(decided)) {
            throw new ServicesFieldsRefused(
                    "on", "services.case.rule.notBefore", decided.toString());
        }
    }

    private ServiceNote note(Held held) {
        return services.note(held.service(), held.edition());
    }
}

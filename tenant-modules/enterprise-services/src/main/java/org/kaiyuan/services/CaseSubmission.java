package org.kaiyuan.services;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.portal.PortalPermissions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Handing in a draft: exactly once, whatever the network does. */
@Service
@PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
public class CaseSubmission {
    private final EnterpriseDoor door;
    private final DraftStore drafts;
    private final CaseDrafting drafting;
    private final WholeServices services;
    private final CaseMaking making;
    private final CaseReceipts receipts;
    private final Attachments attachments;
    private final ChangeHistory history;
    private final CurrentPerson person;

    CaseSubmission(
            EnterpriseDoor door,
            DraftStore drafts,
            CaseDrafting drafting,
            WholeServices services,
            CaseMaking making,
            CaseReceipts receipts,
            Attachments attachments,
            ChangeHistory history,
            CurrentPerson person) {
        this.door = door;
        this.drafts = drafts;
        this.drafting = drafting;
        this.services = services;
        this.making = making;
        this.receipts = receipts;
        this.attachments = attachments;
        this.history = history;
        this.person = person;
    }

    /**
     * Makes a case of the draft as it is kept; of one that was handed in already, its receipt again.
     *
     * @throws UnknownDraft when there is none of an enterprise that one stands for
     * @throws CaseRightRefused when the enterprise does not let one hand in
     * @throws ServiceRefused when nobody can ask for it any more
     * @throws ServicesChangedMeanwhile when a colleague has filled in something else since
     * @throws ServicesFieldsRefused with all that is missing; nothing is lost
     */
    @Transactional
    public Receipt submit(DraftId draft, long basedOn) {
        var standing =
                door.with(
                        drafts.get(draft).enterprise(), ColleagueRight.FILL_IN, UnknownDraft::new);
        var held = drafts.hold(draft);
        var already = held.submitted();
        if (already != null) {
            return receipts.of(already);
        }
        if (held.version() != basedOn) {
            throw held.changedMeanwhile();
        }
        var asked = services.asked(held.service(), held.edition());
        asked.refuseClosed();
        var files = drafting.files(draft).keySet();
        var said = FillingIn.asIs(asked.whole().note(), held.filledIn());
        var handingIn = drafting.handingIn(held, asked, said.deferred());
        var faults = new ArrayList<FieldFault>();
        faults.addAll(HandingIn.faults(said.applicant()));
        faults.addAll(CaseDrafting.faults(handingIn, files, said.pledged()));
        ServicesFieldsRefused.refuse(faults);
        return making.make(
                new CaseMaking.From(
                        draft.value(),
                        asked,
                        handingIn,
                        standing.id(),
                        standing.name(),
                        standing.creditCode(),
                        person.username(),
                        tidy(said.applicant()),
                        CaseChannel.PORTAL,
                        said.pledged(),
                        papers(draft, files)),
                made -> {
                    drafts.handedIn(draft, made);
                    SystemActing.inTenant(
                            CurrentTenant.get(),
                            () -> {
                                attachments.move(CaseDraftRecords.of(draft), CaseRecords.of(made));
                                return made;
                            });
                    history.record(CaseDrafting.SUBJECT, draft.value(), "submitted", List.of());
                });
    }

    static Applicant tidy(Applicant applicant) {
        return new Applicant(
                ChineseText.storable(applicant.name()).strip(), applicant.phone().strip());
    }

    /** Those that are still there. */
    private Map<String, Set<UUID>> papers(DraftId draft, Set<UUID> files) {
        var papers = new HashMap<String, Set<UUID>>();
        drafts.papers(draft)
                .forEach((material, named) -> {
                    var there = new LinkedHashSet<>(named);
                    there.retainAll(files);
                    if (!there.isEmpty()) {
                        papers.put(material, there);
                    }
                });
        return papers;
    }
}

package org.kaiyuan.services;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.platform.files.UnknownFile;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.portal.MyEnterprises;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.services.DraftStore.Stored;
import org.kaiyuan.services.WholeServices.Asked;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Filling in a form in the portal; several people of one enterprise may, one after the other.
 *
 * <p>A draft is filled in by the edition that counts now: what was answered to fields that are gone is left out. Once the service
 * is closed it stays as it was, and cannot be handed in.
 */
@Service
@Transactional
@PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
public class CaseDrafting {
    /** What its files hang on. */
    public static final String SUBJECT = "services.draft";

    private static final int MOST = 100;

    /** Characters of all answers together. */
    private static final int LONGEST = 400_000;

    private final EnterpriseDoor door;
    private final DraftStore drafts;
    private final WholeServices services;
    private final MyEnterprises mine;
    private final Attachments attachments;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final JdbcTemplate jdbc;

    CaseDrafting(
            EnterpriseDoor door,
            DraftStore drafts,
            WholeServices services,
            MyEnterprises mine,
            Attachments attachments,
            ChangeHistory history,
            CurrentPerson person,
            JdbcTemplate jdbc) {
        this.door = door;
        this.drafts = drafts;
        this.services = services;
        this.mine = mine;
        this.attachments = attachments;
        this.history = history;
        this.person = person;
        this.jdbc = jdbc;
    }

    /**
     * A new draft with what the directory knows filled in; of one that the enterprise has begun already, that one.
     *
     * @throws UnknownService when there is none
     * @throws ServiceRefused when nobody can ask for it any more
     * @throws org.kaiyuan.enterprises.UnknownEnterprise when one does not stand for it
     * @throws CaseRightRefused when the enterprise does not let one fill in
     */
    public DraftId begin(ServiceId service, EnterpriseId enterprise) {
        var standing = door.with(enterprise, ColleagueRight.FILL_IN);
        var open = openDraft(service, standing.id());
        if (!open.isEmpty()) {
            return open.getFirst();
        }
        var asked = services.asked(service);
        asked.refuseClosed();
        var known =
                DirectoryPrefill.of(
                        asked.whole().note().form(),
                        mine.record(standing.id()),
                        person.displayName());
        var id =
                drafts.begin(
                        service,
                        asked.edition(),
                        standing.id().value(),
                        new FilledIn(
                                known, FillingIn.begunBy(person.displayName()), false, Set.of()));
        history.record(SUBJECT, id.value(), "begun", List.of());
        return id;
    }

    private List<DraftId> openDraft(ServiceId service, EnterpriseId enterprise) {
        return jdbc.query(
                "select id from services.draft where enterprise_id = ? and service_id = ? and case_id is null",
                (row, n) -> new DraftId(row.getObject(1, UUID.class)),
                enterprise.value(),
                service.value());
    }

    /** @throws UnknownDraft when there is none of an enterprise that one stands for */
    @Transactional(readOnly = true)
    public CaseDraft find(DraftId id) {
        var draft = drafts.get(id);
        var standing = door.with(draft.enterprise(), ColleagueRight.SEE, UnknownDraft::new);
        var asked = services.asked(draft.service(), draft.edition());
        var papers = new LinkedHashMap<String, List<AttachedFile>>();
        if (draft.submitted() == null) {
            var files = files(id);
            drafts.papers(id)
                    .forEach((material, of) ->
                            papers.put(
                                    material,
                                    of.stream()
                                            .filter(files::containsKey)
                                            .map(files::get)
                                            .toList()));
        }
        return new CaseDraft(
                id,
                draft.service(),
                asked.edition(),
                asked.whole().note(),
                asked.track(),
                standing.id(),
                standing.name(),
                FillingIn.shown(asked.whole().note(), draft.filledIn()),
                papers,
                draft.updatedName(),
                draft.updatedAt(),
                draft.submitted(),
                draft.version());
    }

    /** The newest first, at most 100, not yet handed in. */
    @Transactional(readOnly = true)
    public List<DraftRow> of(EnterpriseId enterprise) {
        return jdbc.query(
                """
                select d.id, s.title, d.updated_name, d.updated_at from services.draft d
                join services.service s on s.tenant_id = d.tenant_id and s.id = d.service_id
                where d.enterprise_id = ? and d.case_id is null order by d.updated_at desc, d.id limit ?\
                """,
                (row, n) ->
                        new DraftRow(
                                new DraftId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                row.getString(3),
                                row.getTimestamp(4).toInstant()),
                door.with(enterprise, ColleagueRight.SEE).id().value(),
                MOST);
    }

    /**
     * Keeps what is filled in, complete or not. The same once more changes nothing, so that a page may try again.
     *
     * @return the new version
     * @throws UnknownDraft when there is none of an enterprise that one stands for
     * @throws ServicesChangedMeanwhile when a colleague was quicker
     * @throws CaseRefused when it was handed in
     */
    public long save(DraftId id, FilledIn filledIn, long basedOn) {
        var draft = writable(id);
        var asked = services.asked(draft.service(), draft.edition());
        var kept = FillingIn.known(asked.whole().note(), FillingIn.storable(filledIn));
        if (kept.equals(draft.filledIn()) && asked.edition() == draft.edition()) {
            return draft.version();
        }
        if (draft.version() != basedOn) {
            throw draft.changedMeanwhile();
        }
        var faults = new ArrayList<FieldFault>();
        HandingIn.longer(faults, kept.applicant());
        if (ServiceJson.write(kept.answers()).length() > LONGEST) {
            faults.add(new FieldFault("answers", "services.rule.draftTooMuch", List.of()));
        }
        ServicesFieldsRefused.refuse(faults);
        return drafts.write(id, asked.edition(), kept);
    }

    /**
     * A file that hangs on the draft is a paper of this material from now on.
     *
     * @throws UnknownDraft when there is none of an enterprise that one stands for
     * @throws UnknownFile when no such file hangs on it
     * @throws ServicesFieldsRefused when the material is not asked for
     */
    public void paper(DraftId id, String material, FileId file) {
        var draft = writable(id);
        var asked = services.asked(draft.service(), draft.edition());
        if (asked.whole().note().materials().stream()
                .noneMatch(one -> one.key().equals(material))) {
            throw new ServicesFieldsRefused("material", "services.rule.unknownMaterial", material);
        }
        if (!attachments.find(file).record().equals(CaseDraftRecords.of(id))) {
            throw new UnknownFile();
        }
        drafts.addPaper(id, material, file.value());
    }

    /**
     * The file goes with it, unless it is a paper of another material, too, or an answer. What is no paper of this material
     * stays as it is.
     *
     * @throws UnknownDraft when there is none of an enterprise that one stands for
     */
    public void removePaper(DraftId id, String material, FileId file) {
        var draft = writable(id);
        if (drafts.removePaper(id, material, file.value())
                && files(id).containsKey(file.value())
                && !isNamed(draft, file)) {
            attachments.remove(file);
        }
    }

    private boolean isNamed(Stored draft, FileId file) {
        return drafts.papers(draft.id()).values().stream().anyMatch(of -> of.contains(file.value()))
                || draft.answers().values().values().stream()
                        .anyMatch(said -> said.contains(file.toString()));
    }

    /** What hinders handing in. */
    @Transactional(readOnly = true)
    public List<FieldFault> faults(DraftId id) {
        var draft = drafts.get(id);
        door.with(draft.enterprise(), ColleagueRight.SEE, UnknownDraft::new);
        if (draft.submitted() != null) {
            return List.of();
        }
        var asked = services.asked(draft.service(), draft.edition());
        var said = FillingIn.asIs(asked.whole().note(), draft.filledIn());
        return faults(handingIn(draft, asked, said.deferred()), files(id).keySet(), said.pledged());
    }

    /** Its files go with it. */
    public void discard(DraftId id) {
        writable(id);
        drafts.delete(id);
        SystemActing.inTenant(
                CurrentTenant.get(),
                () -> {
                    attachments.removeAll(CaseDraftRecords.of(id));
                    return id;
                });
        history.record(SUBJECT, id.value(), "discarded", List.of());
    }

    private Stored writable(DraftId id) {
        door.with(drafts.get(id).enterprise(), ColleagueRight.FILL_IN, UnknownDraft::new);
        var held = drafts.hold(id);
        if (held.submitted() != null) {
            throw new CaseRefused("services.refusal.handedIn");
        }
        return held;
    }

    HandingIn handingIn(Stored draft, Asked asked, Set<String> deferred) {
        var files = files(draft.id()).keySet();
        var there =
                drafts.papers(draft.id()).entrySet().stream()
                        .filter(one -> one.getValue().stream().anyMatch(files::contains))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        return new HandingIn(
                asked.whole(),
                FillingIn.known(asked.whole().note().form(), draft.answers()),
                there,
                Set.of(),
                deferred);
    }

    /** @param files that hang on the draft: a field for files names no others */
    static List<FieldFault> faults(HandingIn handingIn, Set<UUID> files, boolean pledged) {
        var faults = new ArrayList<>(handingIn.faults(pledged));
        for (var field : handingIn.whole().note().form().fields()) {
            if (field.kind() == FieldKind.FILE
                    && !handingIn.answers().values().getOrDefault(field.key(), List.of()).stream()
                            .allMatch(one -> names(files, one))) {
                faults.add(
                        new FieldFault("answers." + field.key(), "services.form.file", List.of()));
            }
        }
        return faults;
    }

    private static boolean names(Set<UUID> files, String value) {
        return value.isBlank() || files.stream().anyMatch(one -> one.toString().equals(value));
    }

    Map<UUID, AttachedFile> files(DraftId id) {
        return attachments.of(CaseDraftRecords.of(id), null, Attachments.MOST).items().stream()
                .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
    }
}

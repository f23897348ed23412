package org.kaiyuan.services;

import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantSummary;
import org.kaiyuan.portal.PortalPermissions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters as DOCX, for staff and for the enterprise that they are written to. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('" + ServicesPermissions.READ + "', '" + PortalPermissions.ENTER + "')")
public class LetterFiles {
    private final CaseStore store;
    private final ColleagueRights rights;
    private final CurrentPerson person;
    private final TenantDirectory zones;

    LetterFiles(
            CaseStore store, ColleagueRights rights, CurrentPerson person, TenantDirectory zones) {
        this.store = store;
        this.rights = rights;
        this.person = person;
        this.zones = zones;
    }

    public record LetterFile(String name, byte[] content) {}

    /**
     * @throws UnknownCase when there is none that whoever asks may read the letters of
     * @throws UnknownLetter when the case has no such letter
     */
    public CaseLetter find(CaseId id, LetterId letter) {
        refuseStrangers(store.seen(id));
        return store.letters(id).stream()
                .filter(one -> one.id().equals(letter))
                .findFirst()
                .orElseThrow(UnknownLetter::new);
    }

    /** As {@link #find}. */
    public LetterFile docx(CaseId id, LetterId letter) {
        var found = find(id, letter);
        var zone = zones.find(CurrentTenant.get()).map(TenantSummary::name).orElse("");
        var name =
                (found.title() + " " + found.number()).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        return new LetterFile(name + ".docx", LetterDocx.of(found, zone));
    }

    private void refuseStrangers(Held held) {
        if (person.may(ServicesPermissions.READ)) {
            return;
        }
        var enterprise = held.enterprise();
        if (enterprise == null || !rights.mine(enterprise).contains(ColleagueRight.RESULTS)) {
            throw new UnknownCase();
        }
    }
}

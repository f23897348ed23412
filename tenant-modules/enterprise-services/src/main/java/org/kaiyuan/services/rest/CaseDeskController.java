package org.kaiyuan.services.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.Absences;
import org.kaiyuan.services.CaseDesk;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.services.Tickets;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is away, who takes over, and to which companies tickets can be given. */
@RestController
@RequestMapping("/api/v1/services")
@RolesAllowed(ServicesPermissions.HANDLE)
class CaseDeskController {
    private final Absences absences;
    private final CaseDesk desk;
    private final Tickets tickets;

    CaseDeskController(Absences absences, CaseDesk desk, Tickets tickets) {
        this.absences = absences;
        this.desk = desk;
        this.tickets = tickets;
    }

    /** @param until last day */
    record AbsenceBody(
            @JsonProperty(required = true) String substitute,
            @JsonProperty(required = true) LocalDate from,
            @JsonProperty(required = true) LocalDate until) {}

    record AbsenceList(List<Absences.Absence> items) {}

    record CaseHandover(@JsonProperty(required = true) String username, @Nullable String why) {}

    record CaseHandedOver(int cases) {}

    record TicketCompany(long id, String name) {}

    record TicketCompanies(List<TicketCompany> items) {}

    /** Present and coming ones. */
    @GetMapping("/absences")
    AbsenceList absences() {
        return new AbsenceList(absences.list());
    }

    /** One's own; replaces what was said before. */
    @PutMapping("/absences/mine")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void away(@RequestBody AbsenceBody body) {
        absences.say(body.substitute(), body.from(), body.until());
    }

    @DeleteMapping("/absences/mine")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void back() {
        absences.back();
    }

    /** All open cases that one holds. */
    @PostMapping("/handovers")
    CaseHandedOver handOver(@RequestBody CaseHandover body) {
        return new CaseHandedOver(desk.handOverAll(body.username(), body.why()));
    }

    /** Those that are entrusted with handling cases today. */
    @GetMapping("/companies")
    TicketCompanies companies() {
        return new TicketCompanies(
                tickets.companies().stream()
                        .map(one -> new TicketCompany(one.id().value(), one.name()))
                        .toList());
    }
}

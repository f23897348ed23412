package org.kaiyuan.leads.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.Coordination;
import org.kaiyuan.leads.Coordination.Stance;
import org.kaiyuan.leads.LeadCoordination;
import org.kaiyuan.leads.LeadPermissions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 首报首谈: where another zone reported the same investor. */
@RestController
@RequestMapping("/api/v1/leads/coordination")
class CoordinationController {
    private final LeadCoordination coordination;

    CoordinationController(LeadCoordination coordination) {
        this.coordination = coordination;
    }

    /** A page; {@code next} is null on the last one. */
    record CoordinationList(List<Coordination> items, @Nullable String next) {}

    record StanceBody(
            @JsonProperty(required = true) Stance stance,
            @Nullable Integer share,
            @Nullable Boolean named) {}

    @RolesAllowed(LeadPermissions.COORDINATE)
    @GetMapping
    CoordinationList list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = coordination.list(cursor, limit);
        return new CoordinationList(page.items(), page.next());
    }

    @RolesAllowed(LeadPermissions.COORDINATE)
    @GetMapping("/{id}")
    Coordination one(@PathVariable UUID id) {
        return coordination.one(id);
    }

    @RolesAllowed(LeadPermissions.COORDINATE)
    @PutMapping("/{id}/stance")
    Coordination say(@PathVariable UUID id, @RequestBody StanceBody body) {
        return coordination.say(id, body.stance(), body.share(), Boolean.TRUE.equals(body.named()));
    }
}

package org.kaiyuan.platform.access.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.access.SingleSignOn;
import org.kaiyuan.platform.access.UnknownIdentityProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The provider through which the zone's people sign in. */
@RestController
@RequestMapping("/api/v1/single-sign-on")
class SingleSignOnController {
    private final SingleSignOn singleSignOn;

    SingleSignOnController(SingleSignOn singleSignOn) {
        this.singleSignOn = singleSignOn;
    }

    /** @param clientSecret absent to keep the one that is there */
    record SettingsBody(
            @JsonProperty(required = true) String issuer,
            @JsonProperty(required = true) String clientId,
            @Nullable String clientSecret,
            @JsonProperty(required = true) Set<String> domains,
            @JsonProperty(required = true) String defaultRole,
            boolean secondFactorThere,
            @JsonProperty(required = true) boolean enabled,
            long version) {}

    @GetMapping
    @RolesAllowed(AccessPermissions.READ)
    SingleSignOn.Settings get() {
        return singleSignOn.settings().orElseThrow(UnknownIdentityProvider::new);
    }

    @PutMapping
    @RolesAllowed(AccessPermissions.GRANT)
    SingleSignOn.Settings put(@RequestBody SettingsBody body) {
        return singleSignOn.decide(
                new SingleSignOn.Settings(
                        body.issuer(),
                        body.clientId(),
                        body.domains(),
                        body.defaultRole(),
                        body.secondFactorThere(),
                        body.enabled(),
                        body.version()),
                body.clientSecret());
    }

    @DeleteMapping
    @RolesAllowed(AccessPermissions.GRANT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove() {
        singleSignOn.remove();
    }
}

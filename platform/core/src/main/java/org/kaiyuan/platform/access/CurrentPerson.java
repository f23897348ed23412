package org.kaiyuan.platform.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.ActsInTenant;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whoever acts now: a person, an API client, or the system itself in reactions and jobs. */
@Component
public class CurrentPerson {

    /** The sign-in name; {@code system} where nobody is signed in. */
    public String username() {
        var authentication = authentication();
        return authentication == null ? SystemActing.USERNAME : authentication.getName();
    }

    /** What colleagues call them. */
    public String displayName() {
        var authentication = authentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof ActsInTenant someone) {
            var name = someone.displayName();
            return name == null ? authentication.getName() : name;
        }
        return username();
    }

    /** Empty for an API client and for the system. */
    public Optional<SignedIn> signedIn() {
        var authentication = authentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person
                ? Optional.of(person)
                : Optional.empty();
    }

    /**
     * The signed-in person, who has shown all that these stages ask.
     *
     * @throws AccessDeniedException when nobody is signed in, or they still owe something else
     */
    SignedIn inStage(SignedIn.Stage... stages) {
        return signedIn()
                .filter(person -> List.of(stages).contains(person.stage()))
                .orElseThrow(
                        () -> new AccessDeniedException("Signed in, but not far enough for this"));
    }

    /**
     * Whether they may; for showing or hiding, since the use case itself checks.
     *
     * @param permission such as {@code enterprises:write}
     */
    public boolean may(String permission) {
        var authentication = authentication();
        return authentication != null
                && authentication.isAuthenticated()
                && authentication.getAuthorities().stream()
                        .anyMatch(a -> (Permissions.PREFIX + permission).equals(a.getAuthority()));
    }

    /** How far a permission reaches for whoever acts now; the whole zone for programs and the system. */
    public DataScope scopeOf(String permission) {
        return signedIn()
                .map(person -> person.scopes().getOrDefault(permission, DataScope.OWN))
                .orElse(DataScope.ZONE);
    }

    private static @Nullable Authentication authentication() {
        return SecurityContextHolder.getContext().getAuthentication();
    }
}

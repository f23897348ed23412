package org.kaiyuan.platform.access;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantState;
import org.springframework.security.authentication.AccountStatusException;

/** Who they are is clear, but the only zones that they could act in are suspended or about to be deleted. */
public final class ZoneStandsStill extends AccountStatusException {
    /** Under which name a browser session is told why it was ended. */
    public static final String TOLD = ZoneStandsStill.class.getName();

    private final Why why;

    ZoneStandsStill(Why why) {
        super("The zone stands still");
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /**
     * What people are told.
     *
     * @param reason of who suspended the zone; null where none was given
     */
    public record Why(String zone, TenantState state, @Nullable String reason)
            implements Serializable {}
}

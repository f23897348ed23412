package org.kaiyuan.ui.openpowers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.ShownList;
import org.kaiyuan.delegation.ShownPowers;
import org.kaiyuan.delegation.ShownTally;
import org.kaiyuan.delegation.ShownZone;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.services.OpenParks;
import org.springframework.stereotype.Component;

/**
 * Which zone somebody looks at. What it has in all is read once after it changed; that it changed, or shows nothing any more, is
 * noticed within {@link #FRESH}.
 */
@Component
class Visits {
    /** So that a flood of questions is not one of statements. */
    static final Duration FRESH = Duration.ofSeconds(2);

    private static final int MOST_CODES = 10_000;
    private static final int MOST_LINES = 100_000;
    private static final int LONGEST_CODE = 80;

    private final LoadingCache<String, Optional<ShownZone>> zones;
    private final LoadingCache<String, Boolean> services;
    private final Cache<UUID, InAll> inAll =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_LINES)
                    .<UUID, InAll>weigher(
                            (revision, all) -> 1 + all.lists().size() + all.tallies().size())
                    .build();
    private final ShownPowers powers;
    private final Messages messages;
    private final Clock clock;

    Visits(ShownPowers powers, OpenParks parks, Messages messages, Clock clock) {
        this.powers = powers;
        this.messages = messages;
        this.clock = clock;
        zones =
                Caffeine.newBuilder()
                        .maximumSize(MOST_CODES)
                        .expireAfterWrite(FRESH)
                        .build(powers::zone);
        services =
                Caffeine.newBuilder()
                        .maximumSize(MOST_CODES)
                        .expireAfterWrite(FRESH)
                        .build(code -> parks.find(code).isPresent());
    }

    /** What a zone shows in all. */
    record InAll(List<ShownList> lists, List<ShownTally> tallies) {}

    /** Null where there is no such zone, or it shows nothing: nobody is told which. */
    @Nullable Visit at(String code, HttpServletRequest request) {
        if (code.length() > LONGEST_CODE) {
            return null;
        }
        var zone = zones.get(code).orElse(null);
        return zone == null
                ? null
                : new Visit(
                        zone,
                        words(request),
                        new Address(request.getContextPath(), zone.code(), isEnglish(request)),
                        LocalDate.now(clock),
                        services.get(zone.code()));
    }

    Words words(HttpServletRequest request) {
        return new Words(messages, isEnglish(request) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }

    InAll inAll(ShownZone zone) {
        return inAll.get(
                zone.revision(), revision -> new InAll(powers.lists(zone), powers.tallies(zone)));
    }

    private static boolean isEnglish(HttpServletRequest request) {
        return "en".equals(request.getParameter("lang"));
    }
}

package org.kaiyuan.ui.openservices;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.ShownPowers;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantSummary;
import org.kaiyuan.services.OpenParks;
import org.kaiyuan.services.PublicRecord;
import org.kaiyuan.ui.openpages.PageWords;
import org.springframework.stereotype.Component;

/** Which park somebody looks at; that one is suspended is noticed within {@link #FRESH}. */
@Component
class ServicesVisits {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int MOST_CODES = 10_000;
    private static final int LONGEST_CODE = 80;

    private final LoadingCache<String, Optional<Park>> parks;
    private final Messages messages;

    ServicesVisits(OpenParks open, PublicRecord record, ShownPowers powers, Messages messages) {
        this.messages = messages;
        parks =
                Caffeine.newBuilder()
                        .maximumSize(MOST_CODES)
                        .expireAfterWrite(FRESH)
                        .build(code -> open.find(code).map(zone -> park(zone, record, powers)));
    }

    /** A park, and what it shows besides services. */
    private record Park(TenantSummary zone, boolean record, boolean powers) {}

    private static Park park(TenantSummary zone, PublicRecord record, ShownPowers powers) {
        return new Park(
                zone,
                SystemActing.inTenant(zone.id(), record::isOn),
                powers.zone(zone.code()).isPresent());
    }

    /** Null where there is no such park, or it offers nothing: nobody is told which. */
    @Nullable ServicesVisit at(String code, HttpServletRequest request) {
        if (code.length() > LONGEST_CODE) {
            return null;
        }
        var park = parks.get(code).orElse(null);
        return park == null
                ? null
                : new ServicesVisit(
                        park.zone(),
                        words(request),
                        new ServicesAddress(
                                request.getContextPath(), park.zone().code(), isEnglish(request)),
                        park.record(),
                        park.powers());
    }

    PageWords words(HttpServletRequest request) {
        return new PageWords(
                messages,
                isEnglish(request) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE,
                "ui.services.public.");
    }

    private static boolean isEnglish(HttpServletRequest request) {
        return "en".equals(request.getParameter("lang"));
    }
}

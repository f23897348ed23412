package org.kaiyuan.ui.openservices;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.TenantSummary;
import org.kaiyuan.services.OpenParks;
import org.springframework.stereotype.Component;

/** Which park somebody looks at; that one is suspended is noticed within {@link #FRESH}. */
@Component
class ServicesVisits {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int MOST_CODES = 10_000;
    private static final int LONGEST_CODE = 80;

    private final LoadingCache<String, Optional<TenantSummary>> parks;
    private final Messages messages;

    ServicesVisits(OpenParks open, Messages messages) {
        this.messages = messages;
        parks =
                Caffeine.newBuilder()
                        .maximumSize(MOST_CODES)
                        .expireAfterWrite(FRESH)
                        .build(open::find);
    }

    /** Null where there is no such park, or it offers nothing: nobody is told which. */
    @Nullable ServicesVisit at(String code, HttpServletRequest request) {
        if (code.length() > LONGEST_CODE) {
            return null;
        }
        var zone = parks.get(code).orElse(null);
        return zone == null
                ? null
                : new ServicesVisit(
                        zone,
                        words(request),
                        new ServicesAddress(
                                request.getContextPath(), zone.code(), isEnglish(request)));
    }

    ServicesWords words(HttpServletRequest request) {
        return new ServicesWords(
                messages, isEnglish(request) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }

    private static boolean isEnglish(HttpServletRequest request) {
        return "en".equals(request.getParameter("lang"));
    }
}

package org.kaiyuan.services;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is away, and who does their cases meanwhile. */
@Service
@Transactional
@PreAuthorize("hasRole('" + ServicesPermissions.HANDLE + "')")
public class Absences {
    Absences() {}

    /** @param until last day */
    public record Absence(
            String username,
            String name,
            String substitute,
            String substituteName,
            LocalDate from,
            LocalDate until) {}

    /** One's own; an administrator's of anybody. Replaces what was said before. */
    public void say(String substitute, LocalDate from, LocalDate until) {
        throw new UnsupportedOperationException();
    }

    public void back() {
        throw new UnsupportedOperationException();
    }

    /** One's own; null where there is none. */
    @Transactional(readOnly = true)
    public @Nullable Absence mine() {
        throw new UnsupportedOperationException();
    }

    /** Present and coming ones, at most 200. */
    @Transactional(readOnly = true)
    public List<Absence> list() {
        throw new UnsupportedOperationException();
    }
}

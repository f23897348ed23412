package org.kaiyuan.services;

import java.util.Set;

/**
 * What people of an enterprise have filled in of a draft so far, its papers aside.
 *
 * @param applicant whom the park asks back; empty texts where nothing was said yet
 * @param pledged 告知承诺: whether the promise is made
 * @param deferred materials that are to follow (容缺)
 */
public record FilledIn(
        FormAnswers answers, Applicant applicant, boolean pledged, Set<String> deferred) {
    public FilledIn {
        deferred = Set.copyOf(deferred);
    }
}

package org.kaiyuan.delegation.rest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.EmpowermentArea;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.ListEditions;
import org.kaiyuan.delegation.MatterId;

/** The filters of entries. */
record PowerParameters(
        @Nullable List<UUID> matter,
        @Nullable EntryAct act,
        @Nullable DelegationMode mode,
        @Nullable String receivingBody,
        @Nullable EmpowermentArea area,
        @Nullable Integer batch) {
    ListEditions.Filter filter() {
        return new ListEditions.Filter(
                matter == null ? null : matter.stream().map(MatterId::new).toList(),
                act,
                mode,
                receivingBody,
                area,
                batch);
    }
}

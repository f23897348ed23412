package org.kaiyuan.services;

import java.time.LocalDate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 送达 and 归档. */
@Service
@Transactional
@PreAuthorize("hasRole('" + ServicesPermissions.HANDLE + "')")
public class CaseDelivery {
    CaseDelivery() {}

    /** @param proof who received it, number of the post, or the file that shows it */
    public void deliver(CaseId id, DeliveryWay way, LocalDate on, String proof, long basedOn) {
        throw new UnsupportedOperationException();
    }

    /** Writes the archive package: index, all files, hash. */
    public void archive(CaseId id, long basedOn) {
        throw new UnsupportedOperationException();
    }
}

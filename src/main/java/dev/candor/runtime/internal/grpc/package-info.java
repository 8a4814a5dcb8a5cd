/** The gRPC API: requests, long polls and streams of jobs. */
@NullMarked
package dev.candor.runtime.internal.grpc;

import org.jspecify.annotations.NullMarked;

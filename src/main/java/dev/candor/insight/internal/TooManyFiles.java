package dev.candor.insight.internal;

/** Others are being written, and more wait for them. Nothing was written of this one. */
public class TooManyFiles extends RuntimeException {

  TooManyFiles() {
    super("Other files are being written");
  }
}

FROM scratch
COPY --chmod=755 programs/nothing /usr/local/bin/docker

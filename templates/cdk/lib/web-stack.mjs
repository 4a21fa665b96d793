import { join } from 'node:path';
import { CfnOutput, Stack } from 'aws-cdk-lib';
import { Distribution, ResponseHeadersPolicy, ViewerProtocolPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';

/** The pages in `site`, in a private bucket that only CloudFront reads. */
export class WebStack extends Stack {
  constructor(scope, id, { version, ...props }) {
    super(scope, id, props);

    const bucket = new Bucket(this, 'Pages', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
    });

    const distribution = new Distribution(this, 'Distribution', {
      defaultRootObject: 'index.html',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
      },
    });

    new BucketDeployment(this, 'Upload', {
      destinationBucket: bucket,
      distribution,
      sources: [
        Source.asset(join(import.meta.dirname, '../site')),
        Source.data('version.txt', `${version}\n`),
      ],
    });

    new CfnOutput(this, 'Url', { value: `https://${distribution.distributionDomainName}` });
  }
}
